import type { LocatedEntry, LocatedMap } from '../../project/located.ts';
import { type Text, text } from '../../text/text.ts';
import type { Fix, TextEdit } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { indented, type Lines, lineBreak, linesOf } from './edits.ts';

/** Keys that stay with the group when its operators get tasks of their own. */
const staysWithGroup = new Set([
  'timezone',
  'schedule',
  'sla',
  '_parallel',
  '_background',
  '_after',
  '_error',
  '_retry',
  '_export',
  '_secrets',
]);

interface Step {
  readonly operator: LocatedEntry;
  readonly entries: { readonly entry: LocatedEntry; readonly lines: Lines }[];
}

/**
 * Gives each operator of a map a task of its own, `+echo:` for `echo>:`. Options go with the operator above them, those before the first with
 * that one. Nothing where the map is not written in lines of its own, or its keys are out of such an order.
 */
export function wrapOperators(context: RuleContext, config: LocatedMap): Fix[] {
  if (config.node?.kind === 'mapping' && config.node.flow) return wrapInFlow(context, config);
  const steps: Step[] = [];
  const before: Step['entries'] = [];
  for (const entry of config.entries.values()) {
    if (entry.key.startsWith('+') || staysWithGroup.has(entry.key)) continue;
    const lines = linesOf(context, entry);
    if (!lines) return [];
    if (entry.key.endsWith('>')) steps.push({ operator: entry, entries: [{ entry, lines }] });
    else (steps[steps.length - 1]?.entries ?? before).push({ entry, lines });
  }
  const [first] = steps;
  if (!first) return [];
  first.entries.unshift(...before);
  const taken = new Set(config.entries.keys());
  const edits = steps.flatMap((step) => wrapped(context, step, taken));
  return edits.length > 0 && areApart(steps) ? [{ title: title(steps), edits, safe: false }] : [];
}

/** `{+echo: {echo>: x}, +b: …}` for `{echo>: x, +b: …}`; only operators, whose options may be anyone's. */
function wrapInFlow(context: RuleContext, config: LocatedMap): Fix[] {
  const entries = [...config.entries.values()].filter(({ key }) => !key.startsWith('+') && !staysWithGroup.has(key));
  const isOwn = entries.every(({ path, value }) => path === context.path && value.path === path);
  if (!isOwn || entries.length === 0 || !entries.every(({ key }) => key.endsWith('>'))) return [];
  const taken = new Set(config.entries.keys());
  const edits = entries.flatMap(({ key, path, keyStart, value }) => {
    const name = freeName(nameFor(key), taken);
    return [
      { path, start: keyStart, end: keyStart, newText: `${name}: {` },
      { path, start: value.end, end: value.end, newText: '}' },
    ];
  });
  return [{ title: title(entries), edits, safe: false }];
}

function nameFor(operator: string): string {
  return `+${operator.slice(0, -1).replaceAll(/[^\w-]/g, '_') || 'task'}`;
}

function title(steps: readonly unknown[]): Text {
  return steps.length > 1
    ? text('Give each operator a task of its own')
    : text('Move the operator into a task of its own');
}

function wrapped(context: RuleContext, { operator, entries }: Step, taken: Set<string>): TextEdit[] {
  const first = entries[0];
  if (!first) return [];
  const name = freeName(nameFor(operator.key), taken);
  const { start, indent } = first.lines;
  const head = { path: context.path, start, end: start, newText: `${indent}${name}:${lineBreak(context)}` };
  return [head, ...entries.flatMap(({ lines }) => indented(context, lines))];
}

export function freeName(wanted: string, taken: Set<string>): string {
  const name = unusedName(wanted, taken);
  taken.add(name);
  return name;
}

/** The name, or the name with a number. */
export function unusedName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count++) name = `${wanted}_${count}`;
  return name;
}

/** The lines of a step must not be mixed with those of another. */
function areApart(steps: readonly Step[]): boolean {
  const spans = steps.map(({ entries }) => ({
    start: Math.min(...entries.map(({ lines }) => lines.start)),
    end: Math.max(...entries.map(({ lines }) => lines.end)),
  }));
  return spans.every(({ start }, index) => index === 0 || start >= (spans[index - 1]?.end ?? 0));
}
