import { readSchedule } from '../schedule/schedule.ts';
import { parseZone, utc } from '../time/zone.ts';
import { asText, ConfigError, optionalOf, unexpected } from '../value/typed.ts';
import { compileWorkflow } from '../workflow/compile.ts';
import type { Refusal } from '../workflow/problem.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { FileSystem } from './fileSystem.ts';
import { loadFile } from './load.ts';
import { toValue } from './located.ts';
import type { Project } from './project.ts';

/** What `digdag check` says of a whole project; `run` and `push` say the same before they do anything, but for the last stage. */
export type ProjectVerdict =
  | { readonly ok: true; readonly workflows: readonly Workflow[] }
  | {
      readonly ok: false;
      /** `project`: loading the files; then the tasks of each; then their schedules. */
      readonly stage: 'project' | 'compile' | 'schedule';
      readonly java: string;
      readonly message: string | null;
      /** The files that stop it: all that cannot be loaded, or the first whose tasks or schedule are refused. */
      readonly blocking: readonly { readonly path: string; readonly refusal: Refusal }[];
    };

/** The verdict on one workflow file alone. */
export type FileVerdict = { readonly workflow: Workflow } | { readonly refusal: Refusal };

/** Loads and compiles one file as `digdag` does, with nothing but the first error. A file that has vanished meanwhile is refused too. */
export function fileVerdict(fs: FileSystem, path: string, name: string): FileVerdict {
  const file = loadFile(fs, path);
  const error = file ? file.errors[0] : missing(path);
  if (error) return { refusal: { stage: 'load', java: error.java, message: error.message } };
  if (!file?.config) return { refusal: { stage: 'load', ...missing(path) } };
  const { workflow, refusal } = compileWorkflow(name, file.config);
  return workflow ? { workflow } : { refusal };
}

/**
 * What {@link runVerdict} says, then the schedulers (io.digdag.cli.Check.showProject).
 * @param verdictOf spares loading files whose verdict is known
 */
export function projectVerdict(
  fs: FileSystem,
  project: Project,
  verdictOf?: (path: string) => FileVerdict,
): ProjectVerdict {
  const verdict = runVerdict(fs, project, verdictOf);
  return verdict.ok ? (laterVerdict(verdict.workflows) ?? verdict) : verdict;
}

/** ProjectArchiveLoader.load, then the compiler: all that keeps `digdag run` from running any workflow of the project. */
export function runVerdict(
  fs: FileSystem,
  project: Project,
  verdictOf: (path: string) => FileVerdict = (path) => fileVerdict(fs, path, project.nameOf(path)),
): ProjectVerdict {
  const verdicts = project.workflows.map((path) => ({ path, ...verdictOf(path) }));
  const refused = verdicts.filter((verdict) => 'refusal' in verdict);
  const unloadable = refused.filter(({ refusal }) => refusal.stage !== 'compile');
  const fatal = unloadable.find(({ refusal }) => stopsLoading.has(refusal.java));
  if (fatal) {
    const { java, message } = fatal.refusal;
    return { ok: false, stage: 'project', java, message, blocking: [fatal] };
  }
  if (unloadable.length > 0) {
    const lines = unloadable.map(({ path, refusal }) => `workflow ${path} ${refusal.message}`);
    const message = `Validating project failed\n${lines.join('\n')}`;
    return { ok: false, stage: 'project', java: 'ModelValidationException', message, blocking: unloadable };
  }
  const broken = refused[0];
  if (broken) {
    const { java, message } = broken.refusal;
    return { ok: false, stage: 'compile', java, message, blocking: [broken] };
  }
  const workflows = verdicts.flatMap((verdict) => ('workflow' in verdict ? [verdict.workflow] : []));
  return { ok: true, workflows };
}

/** What is no RuntimeException ends the loading at once; others are collected. */
const stopsLoading: ReadonlySet<string> = new Set([
  'FileNotFoundException',
  'IOException',
  'JsonMappingException',
  'NoSuchFileException',
  'StackOverflowError',
]);

/** The names that `digdag check` prints, and the schedules that it reads, once every workflow is compiled. */
function laterVerdict(workflows: readonly Workflow[]): ProjectVerdict | undefined {
  for (const stage of ['compile', 'schedule'] as const) {
    for (const workflow of workflows) {
      const message = stage === 'compile' ? requireError(workflow) : scheduleError(workflow);
      if (message === undefined) continue;
      const java = 'ConfigException';
      const refusal: Refusal = { stage: 'compile', java, message };
      return { ok: false, stage, java, message, blocking: [{ path: workflow.config.path, refusal }] };
    }
  }
  return undefined;
}

function requireError(workflow: Workflow): string | undefined {
  for (const { node } of workflow.tasks) {
    const written = node.kind === 'disabled' ? undefined : node.config.get('require>');
    const name = written ? toValue(written) : null;
    if (name !== null && asText(name) === undefined) {
      return unexpected(optionalOf('java.lang.String'), 'require>', name).message;
    }
  }
  return undefined;
}

function scheduleError({ config, timezone }: Workflow): string | undefined {
  const schedule = config.get('schedule');
  if (!schedule) return undefined;
  const zone = parseZone(timezone);
  const read = readSchedule(new Map([['schedule', toValue(schedule)]]), zone.ok ? zone.zone : utc);
  return read instanceof ConfigError ? read.message : undefined;
}

function missing(path: string): { readonly java: string; readonly message: string } {
  return { java: 'FileNotFoundException', message: `${path} (No such file or directory)` };
}
