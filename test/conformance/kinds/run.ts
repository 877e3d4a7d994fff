import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { runCommand } from '../../../cli/run/command.ts';
import { defineRun } from '../../../cli/run/define.ts';
import type { RunFlags } from '../../../cli/run/options.ts';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import type { RunEvent } from '../../../runner/events.ts';
import { StartError } from '../../../runner/startError.ts';
import { failed, type Kind, type Outcome, passed } from '../kind.ts';
import { checkDifferences, isOfCheck } from '../run/checkCommand.ts';
import { differences, isDryRun } from '../run/compare.ts';
import { observed, refused } from '../run/observe.ts';
import { pathWithout } from '../run/path.ts';
import { fill } from '../run/placeholders.ts';
import type { Observed, Recording, Step } from '../run/recording.ts';
import { nameAndState, nameAndText, recordedStatusFiles, type StatusFile, statusFiles } from '../run/statusFiles.ts';

/** As on the machine of the recording, these programs are not there. */
const recordersPath = pathWithout(['docker', 'embulk', 'ruby']);

/** No recorded run takes longer. */
const patience = 60_000;

/** run.jsonl and run-acceptance.jsonl: each case runs in a directory of its own, with the recorded arguments. */
export const run: Kind = {
  concurrency: 2,
  async run(line): Promise<Outcome> {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'digkit-conformance-')));
    try {
      return await runCase(line, root);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
};

async function runCase(line: string, root: string): Promise<Outcome> {
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
    const got = await runStep(step, root, project);
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

/** `usage`: the command line was not taken, and the option library said so in its own words and with its own exit code. */
async function runStep(step: Step, root: string, project: string): Promise<Observed | 'usage'> {
  const events: RunEvent[] = [];
  const env = { ...process.env, HOME: root, XDG_CONFIG_HOME: join(root, 'config'), PATH: recordersPath() };
  const world = { directory: project, env, files: nodeFileSystem };
  const signal = AbortSignal.timeout(patience);
  try {
    const { file, task, flags } = parse(step);
    const finished = await runCommand(file, task, flags, world, (event) => void events.push(event), signal);
    return observed(finished, events);
  } catch (error) {
    if (error instanceof StartError) return refused(error.shown);
    if (error instanceof CommanderError) return 'usage';
    throw error;
  }
}

interface Parsed {
  readonly file: string;
  readonly task: string | undefined;
  readonly flags: RunFlags;
}

/** The recorded command line, read by the command itself. Where Digdag takes up the last session by default, Digkit wants to be asked. */
function parse({ main, args, params }: Step): Parsed {
  let parsed: Parsed | undefined;
  const command = defineRun(
    new Command('run').exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined }),
    (file, task, flags) => {
      parsed = { file, task, flags };
    },
  );
  const asked = args.some((arg) => /^(?:-t|--session|--session-time)$/.test(arg)) ? [] : ['--session', 'last'];
  const given = Object.entries(params ?? {}).flatMap(([key, value]) => ['-p', `${key}=${value}`]);
  command.parse([...(main == null ? [] : [main]), ...args, ...asked, ...given], { from: 'user' });
  if (!parsed) throw new Error('the command line was not taken');
  return parsed;
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
