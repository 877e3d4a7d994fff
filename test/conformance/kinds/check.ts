import type { FileSystem } from '../../../core/project/fileSystem.ts';
import { type LoadedFile, loadFile } from '../../../core/project/load.ts';
import { Project } from '../../../core/project/project.ts';
import { projectVerdict } from '../../../core/project/verdict.ts';
import { toJson } from '../../../core/value/json.ts';
import { parseJson } from '../../../core/value/parseJson.ts';
import { isMap, type Value } from '../../../core/value/value.ts';
import { compileSubtasks, compileWorkflow } from '../../../core/workflow/compile.ts';
import type { Refusal } from '../../../core/workflow/problem.ts';
import type { WorkflowTask } from '../../../core/workflow/workflow.ts';
import { decode } from '../../../host/nodeFileSystem.ts';
import { memoryFileSystem } from '../../support/memoryFileSystem.ts';
import { failed, type Kind, type Outcome, passed } from '../kind.ts';
import { normalise } from '../normalise.ts';

interface Case {
  files: Record<string, string>;
  filesBase64?: Record<string, string>;
  main: string;
  ok: boolean;
  stage?: string;
  message?: string | null;
  volatile?: string[];
  line?: number;
  timezone?: string;
  tasks?: unknown[];
  asCall?: { ok: boolean; message?: string | null };
  cli: { ok: boolean };
}

/** What we say of one file, in the recording's words. */
export interface Verdict {
  readonly ok: boolean;
  readonly stage?: string;
  readonly message?: string;
  readonly timezone?: string;
  readonly tasks?: readonly WorkflowTask[];
  readonly file: LoadedFile;
}

const directory = '/project';

export function verdictOf(fs: FileSystem, main: string): Verdict {
  const path = `${directory}/${main}`;
  const file = loadFile(fs, path);
  if (!file) throw new Error(`${main} is not among the files`);
  const refused = (refusal: Refusal): Verdict => ({
    ok: false,
    stage: refusal.stage,
    message: normalise(refusal.message, directory),
    file,
  });
  const error = file.errors[0];
  if (error) return refused({ stage: 'load', java: error.java, message: error.message });
  if (!file.config) throw new Error('neither a config nor an error');
  const { workflow, refusal } = compileWorkflow(new Project(fs, directory).nameOf(path), file.config);
  return workflow ? { ok: true, timezone: workflow.timezone, tasks: workflow.tasks, file } : refused(refusal);
}

/** Whether the first error stands on the recorded line. */
export function placeRight(fs: FileSystem, { file }: Verdict, line: number | undefined): boolean | undefined {
  if (line === undefined) return undefined;
  const error = file.errors[0];
  const text = error && fs.read(error.path)?.text;
  if (text === undefined) return false;
  return text.slice(0, error?.start).split(/\r\n|[\n\r\u0085\u2028\u2029]/).length === line;
}

/** check.jsonl and check-mutants.jsonl */
export function check(): Kind {
  return {
    run(line): Outcome {
      const recorded = JSON.parse(line) as Case;
      const fs = filesOf(recorded);
      const verdict = verdictOf(fs, recorded.main);
      const exact = parseJson(line);
      const differences = [
        ...compare(recorded, verdict, exact),
        ...compareCall(fs, recorded, exact),
        ...compareCli(fs, recorded),
      ];
      const right = placeRight(fs, verdict, recorded.line);
      const place = right === undefined ? {} : { placeRight: right };
      if (differences.length > 0) return { ...failed(differences.join('\n')), ...place };
      return right === false
        ? { ...passed(), ...place, difference: `line ${recorded.line}` }
        : { ...passed(), ...place };
    },
  };
}

function filesOf(recorded: Case): FileSystem {
  const files = { ...recorded.files };
  for (const [path, content] of Object.entries(recorded.filesBase64 ?? {})) {
    files[path] = decode(Buffer.from(content, 'base64')).text;
  }
  return memoryFileSystem(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${directory}/${path}`, text])),
  );
}

function compare(recorded: Case, verdict: Verdict, exact: Value | undefined): string[] {
  const differences: string[] = [];
  const say = (what: string, expected: unknown, actual: unknown): void => {
    if (expected !== actual) differences.push(`${what}: expected ${String(expected)}\n  but got ${String(actual)}`);
  };
  say('ok', recorded.ok, verdict.ok);
  say('stage', recorded.stage, verdict.stage);
  say('timezone', recorded.timezone, verdict.timezone);
  if (!recorded.ok && !recorded.volatile?.includes('message')) {
    say('message', normalise(recorded.message, directory), verdict.message);
  }
  if (recorded.tasks && verdict.tasks) say('tasks', recordedTasksText(exact), ownTasksText(verdict.tasks));
  return differences;
}

/** A file as call> makes subtasks of it. */
function compareCall(fs: FileSystem, recorded: Case, exact: Value | undefined): string[] {
  const expected = recorded.asCall;
  if (!expected) return [];
  const path = `${directory}/${recorded.main}`;
  const config = loadFile(fs, path)?.config;
  if (!config) return ['asCall: the file does not load'];
  const { definition } = compileWorkflow(new Project(fs, directory).nameOf(path), config);
  const { tasks, refusal } = compileSubtasks('+caller+task', '^sub', definition);
  const actual = refusal ? normalise(refusal.message, directory) : ownTasksText(tasks);
  const wanted = expected.ok
    ? recordedTasksText(isMap(exact) ? exact.get('asCall') : undefined)
    : normalise(expected.message, directory);
  return actual === wanted ? [] : [`asCall: expected ${wanted}\n  but got ${actual}`];
}

function compareCli(fs: FileSystem, recorded: Case): string[] {
  const verdict = projectVerdict(fs, new Project(fs, directory));
  if (verdict.ok === recorded.cli.ok) return [];
  return [`cli: expected ${recorded.cli.ok}, but got ${verdict.ok ? 'ok' : verdict.message}`];
}

/** The tasks of a recording as text. It is parsed by our own reader of JSON, to which 1.0 is another value than 1. */
function recordedTasksText(recording: Value | undefined): string {
  const tasks = isMap(recording) ? recording.get('tasks') : undefined;
  if (!Array.isArray(tasks)) return '';
  return tasks
    .filter(isMap)
    .map((task) => ['fullName', 'parent', 'upstreams', 'group', 'config'].map((key) => toJson(task.get(key) ?? null)))
    .join('\n');
}

function ownTasksText(tasks: readonly WorkflowTask[]): string {
  return tasks
    .map(({ fullName, parent, upstreams, group, config }) =>
      [fullName, parent, [...upstreams], group, config].map(toJson),
    )
    .join('\n');
}
