import { namesOf } from '../expressions/names.ts';
import type { EvaluatedText } from '../expressions/uses.ts';
import { LocatedScalar } from '../project/located.ts';
import { text } from '../text/text.ts';
import { type TaskNode, walkTasks } from '../workflow/taskNode.ts';
import type { Fix } from './finding.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { lineBreak, linesOf, movedLines } from './support/edits.ts';
import { ownTexts, placeIn } from './support/expressions.ts';
import { secretTreatment } from './support/secretPlaces.ts';

export const secretPlace: Rule = {
  id: 'secret-place',
  severity: 'warning',
  summary: text('A secret where Digdag does not read secrets'),
  docs: text(
    'Only some places turn ${secret:…} into the secret: the script of sh>, the address, headers, content and query of http>, ' +
      '_env of a sh>, py> or rb> task, result settings of td>. Everywhere else the operator gets the text as it is written. _env counts on the task itself only, not in _export.',
  ),
  *check(context) {
    const texts = ownTexts(context).filter((evaluated) => evaluated.text.includes('${secret'));
    for (const evaluated of texts) {
      for (const part of secretsIn(evaluated)) {
        const found = finding(context, evaluated, part);
        if (found) yield found;
      }
    }
  },
};

/** `${secret:name}` in a text, or what is meant to be one. */
interface SecretPart {
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly name: string;
}

/** In the literal parts of the text: Digdag's expressions do not know secrets. */
function secretsIn({ text: evaluated, scan }: EvaluatedText): SecretPart[] {
  return scan.parts.flatMap((part) => {
    if (part.kind !== 'literal') return [];
    const source = evaluated.slice(part.start, part.end);
    return [...source.matchAll(/\$\{(secrets?):([^}]*)\}?/g)].map((match) => {
      const start = part.start + match.index;
      return { start, end: start + match[0].length, prefix: match[1] ?? '', name: match[2] ?? '' };
    });
  });
}

function finding(context: RuleContext, evaluated: EvaluatedText, part: SecretPart): RuleFinding | undefined {
  const { exact, ...place } = placeIn(context, evaluated, part);
  const treatment = secretTreatment(evaluated, part.name);
  if (part.prefix === 'secrets') {
    const at = { ...place, start: place.start + 2, end: place.start + 2 + part.prefix.length };
    const fix: Fix = {
      title: text('Change to {0}', 'secret'),
      edits: [{ ...at, newText: 'secret' }],
      safe: treatment === 'expanded',
    };
    const message = text('Digdag knows ${secret:…}: this stays as it is written.');
    return { ...place, message, severity: 'error', ...(exact ? { fixes: [fix] } : {}) };
  }
  if (treatment !== 'literal' || isReadByOthers(context, evaluated)) return undefined;
  if (evaluated.key === '_export') {
    const message = text('Digdag reads _env of the task itself only: in _export it has no effect.');
    const fixes = intoTasks(context, evaluated);
    return { ...place, message, ...(fixes.length > 0 ? { fixes } : {}) };
  }
  const fixes = intoEnvironment(context, evaluated);
  const message = text('Digdag does not expand secrets here: the text stays as it is written.');
  return { ...place, message, ...(fixes.length > 0 ? { fixes } : {}) };
}

/** Another text of the task uses the key (`${token}`), and may be one in which secrets are expanded. */
function isReadByOthers(context: RuleContext, { task, key }: EvaluatedText): boolean {
  return context.once(readNames).get(task)?.has(key) ?? false;
}

function readNames(context: RuleContext): ReadonlyMap<TaskNode, ReadonlySet<string>> {
  const read = new Map<TaskNode, Set<string>>();
  for (const { task, scan } of ownTexts(context)) {
    const names = read.get(task) ?? new Set<string>();
    read.set(task, names);
    for (const part of scan.parts) {
      if (part.kind !== 'expression') continue;
      for (const { name } of namesOf(part.script)) names.add(name);
    }
  }
  return read;
}

/** Moves an argument of a Python or Ruby task, or a value of a shell task, into its `_env`. */
function intoEnvironment(context: RuleContext, { task, key, path, scalar }: EvaluatedText): Fix[] {
  const operator = task.operators[0];
  const entry = task.config.entries.get(key);
  if (!operator || !entry || path.length > 0 || operator.entry.key === key || !startsCommand.has(operator.name))
    return [];
  const lines = linesOf(context, entry);
  const environment = task.config.entries.get('_env');
  const first = environment?.value.kind === 'map' ? [...environment.value.entries.values()][0] : undefined;
  const firstLines = first && linesOf(context, first);
  if (!lines || (environment && !firstLines) || !(scalar instanceof LocatedScalar)) return [];
  const name = key.replaceAll(/\W/g, '_').toUpperCase();
  const value = context.text.slice(entry.value.start, entry.value.end);
  if (value.includes('\n')) return [];
  const end = lineBreak(context);
  const { path: file } = context;
  const title = text('Move to _env: the code reads the environment variable {0}', name);
  if (firstLines) {
    const at = firstLines.start;
    const added = { path: file, start: at, end: at, newText: `${firstLines.indent}${name}: ${value}${end}` };
    const removed = { path: file, start: lines.start, end: lines.end, newText: '' };
    return [{ title, edits: [removed, added].sort((one, other) => one.start - other.start), safe: false }];
  }
  const newText = `${lines.indent}_env:${end}${lines.indent}  ${name}: ${value}${end}`;
  return [{ title, edits: [{ path: file, start: lines.start, end: lines.end, newText }], safe: false }];
}

/** Moves an exported `_env` into each task below that reads one; nothing where a task has its own. */
function intoTasks(context: RuleContext, { task, path }: EvaluatedText): Fix[] {
  const exported = task.config.entries.get('_export');
  const environment = exported?.value.kind === 'map' ? exported.value.entries.get('_env') : undefined;
  const lines = environment && linesOf(context, environment);
  if (exported?.value.kind !== 'map' || !lines || path[0] !== '_env') return [];
  const readers = [...walkTasks(task)].filter(({ operators }) => startsCommand.has(operators[0]?.name ?? ''));
  if (readers.length === 0 || readers.some(({ config }) => config.has('_env'))) return [];
  const added = readers.map(({ entry, operators }) => {
    const own = operators[0] && linesOf(context, operators[0].entry);
    return entry && own ? movedLines(context, lines, own.end, own.indent)[1] : undefined;
  });
  const edits = added.filter((edit) => edit !== undefined);
  if (edits.length < readers.length) return [];
  const whole = exported.value.entries.size === 1 ? linesOf(context, exported) : lines;
  if (!whole) return [];
  const removed = { path: context.path, start: whole.start, end: whole.end, newText: '' };
  return [{ title: text('Move _env into the tasks that read it'), edits: [removed, ...edits], safe: false }];
}

const startsCommand: ReadonlySet<string> = new Set(['embulk', 'py', 'rb', 'sh']);
