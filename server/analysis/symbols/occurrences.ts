import type { Place } from '../../../core/rules/finding.ts';
import { walkTasks } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import { linksOf } from '../navigation/fileLinks.ts';
import { type NamedSymbol, nameIn, type Occurrence, samePlace } from './symbol.ts';
import { afterOf } from './symbolAt.ts';
import { variableUses } from './variables.ts';
import type { View } from './view.ts';

/** Where a symbol stands, as some views show it: each place once, the definition first. */
export function occurrencesOf(services: Services, symbol: NamedSymbol, views: readonly View[]): Occurrence[] {
  const found = new Map<string, Occurrence>();
  for (const occurrence of allOccurrences(services, symbol, views)) {
    const { path, start } = occurrence.place;
    const key = `${start} ${path}`;
    if (!found.has(key)) found.set(key, occurrence);
  }
  return [...found.values()];
}

function* allOccurrences(services: Services, symbol: NamedSymbol, views: readonly View[]): Generator<Occurrence> {
  const definition = definitionOf(services, symbol);
  if (definition) yield { place: definition, role: 'definition' };
  for (const view of views) {
    for (const place of usesIn(services, symbol, view)) yield { place, role: 'use' };
  }
}

/** The name alone where it is written as such; else what defines it, as `loop>` does `i`. */
function definitionOf(services: Services, symbol: NamedSymbol): Place | undefined {
  if (symbol.kind === 'file') return { path: symbol.path, start: 0, end: 0 };
  const key = symbol.kind === 'task' ? symbol.node.entry?.keyPlace : symbol.origin?.place;
  return key && (nameIn(key, symbol.name, services.sourceOf(key.path)) ?? key);
}

function* usesIn(services: Services, symbol: NamedSymbol, view: View): Generator<Place> {
  if (!view.root) return;
  switch (symbol.kind) {
    case 'task':
      yield* tasksAfter(services, symbol, view);
      return;
    case 'variable':
      yield* variablesBoundTo(services, symbol, view);
      return;
    case 'file':
      for (const { place, target } of linksOf(services.files, view, walkTasks(view.root))) {
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
  { name, origin }: NamedSymbol & { kind: 'variable' },
  { root }: View,
): Generator<Place> {
  if (!root) return;
  for (const use of variableUses(walkTasks(root), (path) => services.sourceOf(path), { name })) {
    if (samePlace(use.origin?.place, origin?.place)) yield use.place;
  }
}
