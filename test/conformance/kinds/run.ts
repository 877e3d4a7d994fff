import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { failed, type Kind, type Means, type Outcome, passed } from '../kind.ts';
import { checkDifferences, isOfCheck } from '../run/checkCommand.ts';
import { differences, isDryRun } from '../run/compare.ts';
import type { Digkit } from '../run/digkit.ts';
import { observed, refused } from '../run/observe.ts';
import { pathWithout } from '../run/path.ts';
import { fill } from '../run/placeholders.ts';
import type { Observed, Recording, Step } from '../run/recording.ts';
import { nameAndState, nameAndText, recordedStatusFiles, type StatusFile, statusFiles } from '../run/statusFiles.ts';

/** As on the machine of the recording, these programs are not there. */
const recordersPath = pathWithout(['docker', 'embulk', 'ruby']);

/** No recorded run takes longer. */
const patience = 60_000;

/** run.jsonl, run-acceptance.jsonl and run-asked.jsonl: each case runs in a directory of its own, with the recorded arguments. */
export function run({ digkit }: Means): Kind {
  return {
    concurrency: 2,
    async run(line): Promise<Outcome> {
      const root = realpathSync(mkdtempSync(join(tmpdir(), 'digkit-conformance-')));
      try {
        return await runCase(line, root, digkit);
      } finally {
        rmSync(root, { recursive: true, force: true });
      }
    },
  };
}

async function runCase(line: string, root: string, digkit: Digkit): Promise<Outcome> {
  const project = join(root, 'proj');
  const recording = JSON.parse(fill(line, { PROJECT: project, HOME: root, WORK: root })) as Recording;
  mkdirSync(project, { recursive: true });
  writeFiles(project, recording.files);
  writeFiles(join(root, 'config', 'digdag', 'secrets'), recording.secrets ?? {});
  if (isOfCheck(recording)) {
    const found = checkDifferences(recording, project);
    return found.length > 0 ? failed(found.join('\n')) : passed();
  }
  const steps: readonly Step[] = (recording.steps ?? [{}]).map((step) => ({
    ...recording,
    ...withoutFiles(step, recording),
    ...step,
  }));
  for (const [index, step] of steps.entries()) {
    writeFiles(project, step.filesBefore ?? {});
    for (const name of step.delete ?? []) rmSync(join(project, name), { recursive: true, force: true });
    const before = statusFiles(project);
    const got = await runStep(step, root, project, digkit);
    if (got === 'usage' && step.tasks.length === 0) continue;
    const found =
      got === 'usage'
        ? ['the command line was not taken']
        : [...differences(step, got, project), ...statusDifferences(step, project, before)];
    if (found.length > 0) return failed(`${steps.length > 1 ? `step ${index + 1}\n` : ''}${found.join('\n')}`);
  }
  return passed();
}

/** What the whole case says about files holds for its last step. */
function withoutFiles(step: Partial<Step>, recording: Recording): Partial<Step> {
  const last = !recording.steps || recording.steps.at(-1) === step;
  return last ? {} : { filesAfter: undefined as never };
}

async function runStep(step: Step, root: string, project: string, digkit: Digkit): Promise<Observed | 'usage'> {
  const env = { ...process.env, HOME: root, XDG_CONFIG_HOME: join(root, 'config'), PATH: recordersPath() };
  const answer = await digkit({ args: argsOf(step), directory: project, env, signal: AbortSignal.timeout(patience) });
  switch (answer.kind) {
    case 'finished':
      return observed(answer.finished, answer.events);
    case 'refused':
      return refused(answer.message);
    case 'usage':
      return 'usage';
  }
}

/** The recorded command line. Where Digdag takes up the last session by default, Digkit wants to be asked. */
function argsOf({ main, args, params }: Step): string[] {
  const asked = args.some((arg) => /^(?:-t|--session|--session-time)$/.test(arg)) ? [] : ['--session', 'last'];
  const given = Object.entries(params ?? {}).flatMap(([key, value]) => ['-p', `${key}=${value}`]);
  return [...(main == null ? [] : [main]), ...args, ...asked, ...given];
}

/** A dry run leaves nothing behind: Digdag's marks tasks as done that never ran. */
function statusDifferences(step: Step, project: string, before: readonly StatusFile[]): string[] {
  if (!step.filesAfter || isDryRun(step)) return [];
  const expected = recordedStatusFiles(step.filesAfter).map(nameAndState);
  const known = new Set(before.map(nameAndText));
  const got = statusFiles(project)
    .filter((file) => !known.has(nameAndText(file)))
    .map(nameAndState);
  if (expected.length === 0 || JSON.stringify(expected) === JSON.stringify(got)) return [];
  return [`status files: recorded ${JSON.stringify(expected)}\n              got      ${JSON.stringify(got)}`];
}

function writeFiles(directory: string, files: Recording['files']): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : content.text);
    if (typeof content !== 'string' && content.mode !== undefined) chmodSync(path, Number.parseInt(content.mode, 8));
  }
}
