import { type Located, LocatedScalar } from '../project/located.ts';
import type { Place } from '../rules/finding.ts';
import { isHandler, staysWhole } from '../workflow/bodyKeys.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import { hasTemplate, type Part, type Scan, scan } from './scan.ts';
import { WrittenLines } from './writtenLines.ts';

/** A text of a task that Digdag evaluates. */
export interface EvaluatedText {
  readonly task: TaskNode;
  /** The key of the task under which it stands: `echo>`, `_export`. */
  readonly key: string;
  /** The keys from there to the text; of a list its place. */
  readonly path: readonly (string | number)[];
  readonly scalar: LocatedScalar;
  readonly text: string;
  readonly scan: Scan;
  /** What is found out about the text once, for all expressions in it. */
  readonly known: KnownOfText;
}

interface KnownOfText {
  /** Where it begins in its file, written as it is read; -1 where it is written otherwise. */
  verbatim?: number;
  lines?: WrittenLines;
  shellNames?: ReadonlySet<string>;
}

/** Of a longer text in quotes or of folded lines the whole is marked. */
const longestCounted = 20_000;

/** The texts with a dollar that Digdag evaluates for these tasks: all values of operators' tasks, and what groups export. File order. */
export function* evaluatedTexts(tasks: readonly TaskNode[]): Generator<EvaluatedText> {
  for (const task of tasks) {
    if (task.kind === 'disabled') continue;
    let met = 0;
    for (const entry of task.config.entries.values()) {
      const { key } = entry;
      // Tasks in it, and bodies, are met as tasks of their own; both are in file order.
      if (entry === task.children[met]?.entry) {
        met++;
        continue;
      }
      if (staysWhole(key) || isHandler(key) || (task.kind === 'group' && key !== '_export')) continue;
      for (const { scalar, path } of scalarsIn(entry.value, [])) {
        if (typeof scalar.value !== 'string' || !hasTemplate(scalar.value)) continue;
        yield { task, key, path, scalar, text: scalar.value, scan: scan(scalar.value), known: {} };
      }
    }
  }
}

interface Found {
  readonly scalar: LocatedScalar;
  readonly path: readonly (string | number)[];
}

function* scalarsIn(value: Located, path: readonly (string | number)[]): Generator<Found> {
  if (value instanceof LocatedScalar) {
    yield { scalar: value, path };
  } else if (value.kind === 'list') {
    for (const [index, item] of value.items.entries()) yield* scalarsIn(item, [...path, index]);
  } else {
    for (const [key, entry] of value.entries) if (!staysWhole(key)) yield* scalarsIn(entry.value, [...path, key]);
  }
}

/**
 * Where a part of an evaluated text stands in its file, to the character; undefined where the file writes it otherwise than it is read (escapes in
 * quotes, expressions over several lines).
 * @param source the text of the file in which the scalar stands
 */
export function placeOfPart(
  evaluated: Pick<EvaluatedText, 'scalar' | 'text' | 'known'>,
  part: Pick<Part, 'start' | 'end'>,
  source: string,
): Place | undefined {
  const { scalar, text } = evaluated;
  // Written as it is read, with or without a quote before it: nothing to count, which would be costly for a text of many expressions.
  evaluated.known.verbatim ??= verbatimAt(scalar, text, source);
  const shift = evaluated.known.verbatim;
  if (shift >= 0) {
    return { path: scalar.path, start: shift + part.start, end: shift + part.end };
  }
  if (scalar.node?.kind === 'scalar' && scalar.node.style === 'literal') {
    evaluated.known.lines ??= new WrittenLines(text, source, scalar.start, scalar.end);
    const inLine = evaluated.known.lines.placeOf(part.start, part.end);
    if (inLine) return { path: scalar.path, ...inLine };
  }
  // a text that is written otherwise than it is read has to be counted through for each part
  if (text.length > longestCounted) return undefined;
  const written = source.slice(scalar.start, scalar.end);
  const wanted = text.slice(part.start, part.end);
  if (wanted === '') return undefined;
  // The same piece may occur several times: it is as manieth in the file as in the text.
  const before = text.slice(0, part.start + wanted.length - 1).split(wanted).length - 1;
  const at = nthIndex(written, wanted, before);
  if (at === undefined || written.split(wanted).length !== text.split(wanted).length) return undefined;
  return { path: scalar.path, start: scalar.start + at, end: scalar.start + at + wanted.length };
}

function verbatimAt({ start, end }: LocatedScalar, text: string, source: string): number {
  const quote = [0, 1].find((length) => source.startsWith(text, start + length));
  return quote !== undefined && start + quote + text.length <= end ? start + quote : -1;
}

function nthIndex(text: string, wanted: string, count: number): number | undefined {
  let at = text.indexOf(wanted);
  for (let left = count; left > 0 && at >= 0; left--) at = text.indexOf(wanted, at + wanted.length);
  return at < 0 ? undefined : at;
}
