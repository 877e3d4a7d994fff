import type { Place } from '../../../core/rules/finding.ts';
import { walkTasks } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import { linksOf } from '../navigation/fileLinks.ts';
import { aliasesOf } from './anchors.ts';
import { type NamedSymbol, nameIn, type Occurrence, samePlace } from './symbol.ts';
import { afterOf } from './symbolAt.ts';
import { storePlaces, usesInView } from './usesInView.ts';
import type { View } from './view.ts';

/**
 * Where a symbol stands, as some views show it: each place once, the definition first.
 * @param only the one file that is asked for
 */
export function occurrencesOf(
  services: Services,
  symbol: NamedSymbol,
  views: readonly View[],
  only?: string,
): Occurrence[] {
  const found = new Map<string, Occurrence>();
  for (const occurrence of allOccurrences(services, symbol, views, only)) {
    const { path, start } = occurrence.place;
    const key = `${start} ${path}`;
    if (!found.has(key)) found.set(key, occurrence);
  }
  return [...found.values()];
}

function* allOccurrences(
  services: Services,
  symbol: NamedSymbol,
  views: readonly View[],
  only: string | undefined,
): Generator<Occurrence> {
  for (const place of definitionsOf(services, symbol, views)) yield { place, role: 'definition' };
  for (const view of views) {
    for (const place of usesIn(services, symbol, view, only)) yield { place, role: 'use' };
  }
}

/**
 * The name alone where it is written as such; else what defines it, as `loop>` does `i`. What code stores is stored at several places: which one
 * counts, only a run tells.
 */
function definitionsOf(services: Services, symbol: NamedSymbol, views: readonly View[]): Place[] {
  if (symbol.kind === 'file') return [{ path: symbol.path, start: 0, end: 0 }];
  if (symbol.kind === 'anchor') return [symbol.anchor.place];
  if (isStored(symbol)) return storePlaces(services, views, symbol.name);
  const key = symbol.kind === 'task' ? symbol.node.entry?.keyPlace : symbol.origin?.place;
  return key ? [nameIn(key, symbol.name, services.sourceOf(key.path)) ?? key] : [];
}

function isStored(symbol: NamedSymbol): boolean {
  return symbol.kind === 'variable' && symbol.origin?.kind === 'store';
}

function* usesIn(services: Services, symbol: NamedSymbol, view: View, only: string | undefined): Generator<Place> {
  if (!view.root) return;
  const source = (path: string) => services.sourceOf(path);
  switch (symbol.kind) {
    case 'task':
      yield* tasksAfter(services, symbol, view);
      return;
    case 'variable':
      yield* variablesBoundTo(services, symbol, view, only);
      return;
    case 'anchor':
      if (view.path === symbol.anchor.place.path) yield* aliasesOf(view, symbol.anchor.node);
      return;
    case 'file':
      for (const { place, target } of linksOf(services.files, view, walkTasks(view.root), source)) {
        if (target === symbol.path) yield place;
      }
  }
}

function* tasksAfter(
  services: Services,
  { name, node }: NamedSymbol & { kind: 'task' },
  { root }: View,
): Generator<Place> {
  for (const task of root ? walkTasks(root) : []) {
    const names = afterOf(task).filter((after) => after.name === name);
    if (names.length === 0) continue;
    const sibling = task.parent?.children.find((other) => other.name === name);
    if (!samePlace(sibling?.place, node.place)) continue;
    for (const { place } of names) yield nameIn(place, name, services.sourceOf(place.path)) ?? place;
  }
}

function* variablesBoundTo(
  services: Services,
  symbol: NamedSymbol & { kind: 'variable' },
  view: View,
  only: string | undefined,
): Generator<Place> {
  for (const { origin, place } of usesInView(services, view, symbol.name, only)) {
    const isSame = isStored(symbol) ? origin?.kind === 'store' : samePlace(origin?.place, symbol.origin?.place);
    if (isSame) yield place;
  }
}
