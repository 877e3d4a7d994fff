import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Evaluator } from '../../core/expressions/evaluate.ts';
import { withNamedParams } from '../../core/project/givenParams.ts';
import { loadFile } from '../../core/project/load.ts';
import { toMap } from '../../core/project/located.ts';
import { type ResolvedTask, walkResolved } from '../../core/resolve/resolved.ts';
import { resolveWorkflow } from '../../core/resolve/resolveWorkflow.ts';
import { scalarsOf } from '../../core/resolve/shown.ts';
import { chosenSession } from '../../core/schedule/chosenSession.ts';
import { parseZone, utc } from '../../core/time/zone.ts';
import { asText, ConfigError } from '../../core/value/typed.ts';
import { compileWorkflow } from '../../core/workflow/compile.ts';
import { nodeEvaluator } from '../../host/evaluator.ts';
import { memoryFileSystem } from '../support/memoryFileSystem.ts';
import { matches } from './run/placeholders.ts';
import type { Recording } from './run/recording.ts';

/** Recorded runs that a resolved workflow tells whole. May only rise. */
const minimum = { tasks: 193, outputs: 144 };

/** Operators that neither make tasks of what they find, nor leave values, nor print anything that is not written. */
const quiet = new Set([
  'echo',
  'nop',
  'if',
  'loop',
  'for_each',
  'for_range',
  'call',
  'notify',
  'wait',
  'fail',
  'require',
]);

it('resolved workflows have the tasks and the values of the recorded runs', async () => {
  const cases = readFileSync('test/conformance/data/run.jsonl', 'utf8').split('\n').filter(Boolean);
  const counts = { tasks: 0, outputs: 0 };
  const differences: string[] = [];
  const evaluator = nodeEvaluator();
  for (const line of cases) {
    const recording = JSON.parse(line) as Recording;
    const root = isWhole(recording) ? await resolved(recording, evaluator) : undefined;
    const tasks = root ? [...walkResolved(root)].filter((task) => !isHandler(task)) : [];
    if (tasks.length === 0 || tasks.some(dependsOnRun)) continue;
    counts.tasks++;
    compare(
      recording,
      'tasks',
      tasks.map(({ fullName }) => fullName),
      recording.tasks.map(({ fullName }) => fullName),
      differences,
    );
    if (tasks.some(({ operator }) => operator !== undefined && !quiet.has(operator))) continue;
    const echoes = tasks.flatMap((task) => (task.operator === 'echo' ? [echoOf(task)] : []));
    if (echoes.includes(undefined)) continue;
    counts.outputs++;
    compare(
      recording,
      'stdout',
      echoes.flatMap((text) => text?.split('\n') ?? []),
      recording.stdout.flatMap((text) => text.split('\n')),
      differences,
    );
  }
  evaluator.dispose();
  expect(differences).toEqual([]);
  expect(counts.tasks).toBeGreaterThanOrEqual(minimum.tasks);
  expect(counts.outputs).toBeGreaterThanOrEqual(minimum.outputs);
}, 120_000);

/** One run of the whole workflow that succeeded. */
function isWhole({ args, steps, exitCode, main }: Recording): boolean {
  const plain = args.every(
    (arg, index) => arg === '--session' || args[index - 1] === '--session' || arg === '--no-save',
  );
  return exitCode === 0 && !steps && main?.endsWith('.dig') === true && args[0] === '--session' && plain;
}

async function resolved(
  { files, main, args, params }: Recording,
  evaluator: Evaluator,
): Promise<ResolvedTask | undefined> {
  const texts = Object.entries(files).map(([name, file]) => [
    `/p/${name}`,
    typeof file === 'string' ? file : file.text,
  ]);
  const fs = memoryFileSystem(Object.fromEntries(texts));
  const name = String(main).replace(/\.dig$/, '');
  const config = loadFile(fs, `/p/${name}.dig`)?.config;
  const { workflow } = config ? compileWorkflow(name, config) : {};
  const given = withNamedParams(new Map(), new Map(Object.entries(params ?? {})));
  if (!config || !workflow || given instanceof ConfigError) return undefined;
  const zone = parseZone(workflow.timezone);
  const asked = args[args.indexOf('--session') + 1] ?? '';
  const session = chosenSession(toMap(config), zone.ok ? zone.zone : utc, asked, 0, () => undefined);
  const input = { files: fs, projectDirectory: '/p', workflow, session, params: given, evaluator };
  return (await resolveWorkflow(input)).root;
}

function isHandler(task: ResolvedTask): boolean {
  return task.when === 'error';
}

/** Something that only the run decided: which tasks there are, or whether they succeed. */
function dependsOnRun({ when, notes, operator, keys }: ResolvedTask): boolean {
  const generates = operator !== undefined && /^(?:py|rb|http_call|td.*|require)$/.test(operator);
  const fails = [...keys.values()].some((value) => [...scalarsOf(value)].some(({ error }) => error !== undefined));
  return when === 'maybe' || notes.length > 0 || generates || fails;
}

function echoOf(task: ResolvedTask): string | undefined {
  const shown = task.keys.get('echo>') ?? task.keys.get('_command');
  if (shown?.kind !== 'scalar' || shown.unknown !== undefined) return undefined;
  return asText(shown.value);
}

function compare(
  { id }: Recording,
  what: string,
  got: readonly string[],
  recorded: readonly string[],
  differences: string[],
): void {
  const [one, other] = [[...got].sort(), [...recorded].sort()];
  const same = one.length === other.length && other.every((text, index) => matches(text, one[index] ?? ''));
  if (!same) differences.push(`${id} ${what}\n  recorded ${JSON.stringify(other)}\n  resolved ${JSON.stringify(one)}`);
}
