import type { Origin } from '../../../core/expressions/scopes/variable.ts';
import type { FileUse } from '../../../core/refactor/fileUses.ts';
import type { Place } from '../../../core/rules/finding.ts';
import type { TaskNode } from '../../../core/workflow/taskNode.ts';
import type { Anchor } from './anchors.ts';

/** What a name in a file stands for. */
export type NamedSymbol =
  | { readonly kind: 'task'; readonly name: string; readonly node: TaskNode }
  /** Without an origin: Digdag, a parameter or a caller gives it. */
  | { readonly kind: 'variable'; readonly name: string; readonly origin: Origin | undefined }
  | { readonly kind: 'anchor'; readonly name: string; readonly anchor: Anchor }
  | { readonly kind: 'file'; readonly path: string; readonly use: FileUse };

/** One place where a symbol stands: the name alone, without quotes. */
export interface Occurrence {
  readonly place: Place;
  readonly role: 'definition' | 'use';
}

/** A symbol, and the place of it that was asked for. */
export interface SymbolAt {
  readonly symbol: NamedSymbol;
  readonly place: Place;
}

/** Where a name stands in a key or value that may be in quotes; undefined where something else is written there. */
export function nameIn({ path, start, end }: Place, name: string, source: string): Place | undefined {
  const written = source.slice(start, end);
  const quote = /^['"]/.exec(written)?.[0] ?? '';
  if (written !== quote + name + quote) return undefined;
  return { path, start: start + quote.length, end: end - quote.length };
}

export function covers({ start, end }: Place, offset: number): boolean {
  return start <= offset && offset <= end;
}

export function samePlace(one: Place | undefined, other: Place | undefined): boolean {
  return one?.path === other?.path && one?.start === other?.start;
}
