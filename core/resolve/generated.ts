import { mergedConfig, type TaskOfAttempt } from '../attempt/task.ts';
import { builtInCatalog } from '../catalog/catalog.ts';
import { expand, expands } from '../operators/expand.ts';
import { iteration } from '../operators/loops.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import type { LocatedMap } from '../project/located.ts';
import { join } from '../project/paths.ts';
import { caught } from '../text/digdagError.ts';
import { text } from '../text/text.ts';
import { asText } from '../value/typed.ts';
import { type ConfigMap, isMap, type Value } from '../value/value.ts';
import type { PartlyEvaluated } from './evaluate.ts';
import type { Note, ResolvedTask } from './resolved.ts';
import { scalarsOf } from './shown.ts';
import type { Unknowns } from './unknowns.ts';

/** A config that becomes tasks below the one that makes it. */
export interface Body {
  readonly suffix: '^sub' | '^check' | '^error';
  readonly config: ConfigMap | LocatedMap;
  readonly when: ResolvedTask['when'];
}

export interface Expansion {
  readonly bodies: readonly Body[];
  readonly notes: readonly Note[];
}

/** An operator that is about to run. */
export interface Use {
  readonly operator: string;
  /** Evaluated, with `_command`. */
  readonly params: ConfigMap;
  readonly shown: PartlyEvaluated['shown'];
  readonly files: FileSystem;
  readonly projectDirectory: string;
  readonly unknowns: Unknowns;
}

const nothing: Expansion = { bodies: [], notes: [] };

/** The tasks that an operator makes of its parameters; where only a run tells which, those that it may make. */
export function expansionOf(use: Use): Expansion {
  const { operator, params, shown, files, projectDirectory, unknowns } = use;
  if (operator === 'http_call')
    return noted('unknown', text('The workflow that it fetches is known only when it runs.'));
  if (!expands(operator)) return readsBody(operator) ? onceFor(use, operator) : nothing;
  const decisive = ['_command', 'count', '_parallel', '_workdir'];
  const unknown = decisive.flatMap((key) => unknowns.in(params.get(key)) ?? [])[0];
  if (unknown !== undefined) return onceFor(use, unknown);
  // the error is told at the value
  const wrong = [`${operator}>`, ...decisive].flatMap((key) => shown.get(key) ?? []);
  if (wrong.some((value) => [...scalarsOf(value)].some(({ error }) => error !== undefined))) return nothing;
  const workdir = join(projectDirectory, asText(params.get('_workdir') ?? '') ?? '');
  const made = expand(operator, params, files, { projectDirectory, workdir });
  if (!made) return nothing;
  if (!made.ok) return noted('error', text('{0}', made.error.message));
  const size = made.value instanceof Map ? made.value.size : made.value.entries.size;
  if (size === 0) return nothing;
  return { bodies: [{ suffix: '^sub', config: made.value, when: 'always' }], notes: [] };
}

/** What stands under `_check` of an operator's task, also where its `_export` brings it. */
export function checkOf(task: TaskOfAttempt): Body | undefined {
  const config = bodyIn(mergedConfig(task, '_check'), '_check');
  return config && { suffix: '^check', config, when: 'check' };
}

/** What stands under `_error`; it sees the error, which only a run tells. */
export function errorOf(task: TaskOfAttempt, unknowns: Unknowns): Body | undefined {
  const config = bodyIn(mergedConfig(task, '_error'), '_error');
  if (!config) return undefined;
  const own = config.get('_export');
  const exported: ConfigMap = new Map([...(isMap(own) ? own : []), ['error', unknowns.make('error')]]);
  return { suffix: '^error', config: new Map(config).set('_export', exported), when: 'error' };
}

function bodyIn(params: ConfigMap, key: string): ConfigMap | undefined {
  const value = params.get(key);
  return isMap(value) && value.size > 0 ? value : undefined;
}

function readsBody(operator: string): boolean {
  return builtInCatalog.operator(operator)?.subtasks?.reads?.includes('_do') ?? false;
}

/** The bodies as they may run, each once, with loop variables that are not known. */
function onceFor({ operator, params, unknowns }: Use, unknown: string): Expansion {
  if (operator === 'call')
    return noted('unknown', text('Which workflow it calls is known only when it runs ({0}).', unknown));
  if (operator === 'if') {
    const bodies = ['_do', '_else_do'].flatMap((key) => bodyIn(params, key) ?? []);
    return {
      bodies: bodies.map((config) => ({ suffix: '^sub', config, when: 'maybe' })),
      notes: noted('unknown', text('Whether _do or _else_do runs is known only when it runs ({0}).', unknown)).notes,
    };
  }
  const body = bodyIn(params, '_do');
  const variables = (): ConfigMap => new Map(loopVariables(operator, params).map((name) => variable(name, unknowns)));
  const made = body && caught(() => iteration(body, variables()));
  const note = noted(
    'unknown',
    text('How often _do runs is known only when it runs ({0}); it is shown once.', unknown),
  );
  if (!made?.ok) return note;
  return { bodies: [{ suffix: '^sub', config: new Map([['+N', made.value]]), when: 'maybe' }], notes: note.notes };
}

function loopVariables(operator: string, params: ConfigMap): string[] {
  const command = params.get('_command');
  if (operator === 'for_each') return isMap(command) ? [...command.keys()] : [];
  if (operator === 'loop') return ['i'];
  return operator === 'for_range' ? ['range.from', 'range.to', 'range.index'] : ['td.each'];
}

function variable(path: string, unknowns: Unknowns): [string, Value] {
  const [[name, value] = ['', null]] = unknowns.at(path);
  return [name, value];
}

function noted(kind: Note['kind'], said: Note['text']): Expansion {
  return { bodies: [], notes: [{ kind, text: said }] };
}
