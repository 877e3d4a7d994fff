import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Recording, Step } from '../../../test/conformance/run/recording.ts';
import { memoryFileSystem } from '../../../test/support/memoryFileSystem.ts';
import type { RunEvent, RunFinished } from '../../events.ts';
import type { RunOptions } from '../../options.ts';
import { findWorkflow, loadWorkflows } from '../../plan.ts';
import { StartError } from '../../startError.ts';
import { DigdagRun } from './digdagRun.ts';

interface ConsoleRecord {
  readonly exitCode: number;
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

type Recorded = Recording & { readonly console?: readonly ConsoleRecord[]; readonly log?: readonly string[] };
type RecordedStep = Step & { readonly log?: readonly string[]; readonly files: Record<string, string> };

const recordings: readonly Recorded[] = readFileSync('test/conformance/data/run.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

/** The runs of a recording with the files that each met. */
function stepsOf(recording: Recorded): RecordedStep[] {
  const text = (file: string | { readonly text: string }): string => (typeof file === 'string' ? file : file.text);
  const files: Record<string, string> = {};
  const put = (more: Recorded['files']): void => {
    for (const [name, file] of Object.entries(more)) files[`/p/${name}`] = text(file);
  };
  put(recording.files);
  return (recording.steps ?? [{}]).map((step) => {
    put(step.filesBefore ?? {});
    for (const name of step.delete ?? []) delete files[`/p/${name}`];
    return { ...recording, ...step, files: { ...files } };
  });
}

function filled(lines: readonly string[]): string {
  const known: Record<string, string> = { NOW: '2026-01-02 03:04:05 +0000', PROJECT: '/p', T: '0021', DURATION: '1s' };
  return lines.map((line) => `${line.replace(/\{\{(\w+)\}\}/g, (whole, name) => known[name] ?? whole)}\n`).join('');
}

async function replay(step: RecordedStep, { stdout, stderr, exitCode }: ConsoleRecord, pieces = 1 << 20) {
  const files = memoryFileSystem(step.files);
  const [, goal] = /(?:^|\0)(?:--goal|-g)\0([^\0]+)/.exec(step.args.join('\0')) ?? [];
  const only = step.args.find((arg, index) => arg.startsWith('+') && !step.args[index - 1]?.startsWith('-'));
  const options: RunOptions = {
    projectDirectory: '/p',
    workflow: (step.main ?? 'main').replace(/\.dig$/, ''),
    params: new Map(),
    session: 'last',
    selection: goal === undefined ? {} : { goal },
    statusDirectory: '.digdag/status',
    save: true,
    env: {},
    files,
    ...(only === undefined ? {} : { only }),
  };
  const events: RunEvent[] = [];
  const run = new DigdagRun(options, workflowOf(options), (event) => {
    events.push(event);
  });
  const bytes = Buffer.from(filled(stdout));
  for (let at = 0; at < bytes.length; at += pieces) await run.stdout(bytes.subarray(at, at + pieces));
  try {
    return { events, finished: await run.end(filled(stderr).replace(/\n$/, ''), exitCode, false), refused: undefined };
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    return { events, finished: undefined, refused: error.shown };
  }
}

function workflowOf(options: RunOptions) {
  try {
    return findWorkflow(loadWorkflows(options), options);
  } catch {
    return undefined; // as the engine does: Digdag says what is wrong
  }
}

/**
 * The newest state of each task. Digdag's output does not tell of tasks that were made and never began, nor how often a group's retry made them: of
 * those only what is told counts.
 */
function states(tasks: readonly (readonly [string, string])[], told: (name: string) => boolean): string[] {
  return [...new Map(tasks)].flatMap(([name, state]) => (told(name) ? [`${name} ${state}`] : [])).sort();
}

function compareStates(finished: RunFinished | undefined, step: RecordedStep, output: string): void {
  const found = (finished?.tasks ?? []).map(({ task, state }) => [task.name, state] as const);
  const recorded = step.tasks.map(({ fullName, state }) => [fullName, state] as const);
  const told = (name: string): boolean => output.includes(name) || found.some(([other]) => other === name);
  expect(states(found, () => true)).toEqual(states(recorded, told));
}

const printed = (events: readonly RunEvent[]): string =>
  Buffer.concat(events.flatMap((event) => (event.type === 'output' ? [event.chunk] : []))).toString('utf8');

describe('every recorded console of Digdag', () => {
  for (const recording of recordings.filter(({ console }) => console)) {
    for (const [index, step] of stepsOf(recording).entries()) {
      const record = recording.console?.[index];
      // With -L the log goes to a file.
      if (!record || step.args.includes('-L')) continue;
      it(`${recording.id} ${index}`, async () => {
        const { events, finished, refused } = await replay(step, record);
        if (step.tasks.length === 0) {
          expect(refused).toContain(filled(step.error).trimEnd());
          return;
        }
        expect(refused).toBeUndefined();
        expect(finished?.success).toBe(step.exitCode === 0);
        compareStates(finished, step, record.stdout.join('\n'));
        expect(finished?.errors.map(({ task, message }) => [task.name, message.trimEnd()])).toEqual(
          step.errorTasks.map((task, at) => [task, filled([step.error[at] ?? '']).trimEnd()]),
        );
        const expected = filled(step.stdout);
        const lines = (text: string): string[] => text.split('\n').sort();
        expect(step.unordered ? lines(printed(events)) : printed(events)).toEqual(
          step.unordered ? lines(expected) : expected,
        );
        const inPieces = await replay(step, record, 7);
        expect(printed(inPieces.events)).toBe(printed(events));
        expect(inPieces.finished?.tasks.map(({ state }) => state)).toEqual(finished?.tasks.map(({ state }) => state));
      });
    }
  }
});

describe('every recorded log of Digdag', () => {
  const tags = ['0017@', '0018@[0:default]', '0021@[0:default:1:1]'];
  const loggers: Record<string, string> = {
    Run: 'io.digdag.cli.Run',
    OperatorManager: 'io.digdag.core.agent.OperatorManager',
    WorkflowExecutor: 'io.digdag.core.workflow.WorkflowExecutor',
  };
  const asLine = (line: string, tag: string): string => {
    const [, level, thread = '', logger = '', message] =
      /^\[(\w+)\] \((main|[^)]*)\) ([\w$.]+): ([\s\S]*)$/.exec(line) ?? [];
    const named = loggers[logger] ?? `io.digdag.other.${logger}`;
    return `{{NOW}} [${level}] (${thread === 'main' ? thread : tag + thread}) ${named}: ${message}`;
  };
  for (const [index, recording] of recordings.entries()) {
    for (const [at, step] of stepsOf(recording).entries()) {
      if (step.tasks.length === 0 || !step.log) continue;
      const { log } = step;
      it(`${recording.id} ${at}`, async () => {
        const errors = step.errorTasks.flatMap((task, place) => [`  * ${task}:`, `    ${step.error[place]}`]);
        const stderr =
          step.exitCode === 0 ? ['Success. Task state is saved at x directory.'] : ['error: ', ...errors, '', ''];
        const stdout = log.map((line) => asLine(line, tags[index % tags.length] ?? ''));
        const { finished, refused } = await replay(step, { exitCode: step.exitCode, stdout, stderr });
        expect(refused).toBeUndefined();
        compareStates(finished, step, stdout.join('\n'));
        expect(finished?.errors.map(({ task }) => task.name)).toEqual(step.errorTasks);
      });
    }
  }
});
