import type { Place } from '../../../core/rules/finding.ts';
import { type TaskNode, walkTasks } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import { linksOf } from '../navigation/fileLinks.ts';
import { taskIn } from '../position/taskAt.ts';
import { anchorAt } from './anchors.ts';
import { covers, nameIn, type SymbolAt } from './symbol.ts';
import { originsIn, usesAt } from './usesInView.ts';
import { definedAt, isOfDigdag, readKeyAt, variableUses } from './variables.ts';
import type { View } from './view.ts';

/** What stands at an offset of a file, told from one view: of the file itself, or of one that includes it. */
export function symbolAt(services: Services, view: View, path: string, offset: number): SymbolAt | undefined {
  const [inTemplate] = path === view.path ? [] : usesAt(services, view, path, offset);
  if (inTemplate) {
    const { name, place, origin } = inTemplate;
    return { symbol: { kind: 'variable', name, origin }, place };
  }
  const anchored = path === view.path ? anchorAt(view, offset) : undefined;
  if (anchored) {
    const { anchor, place } = anchored;
    return { symbol: { kind: 'anchor', name: anchor.name, anchor }, place };
  }
  const task = taskIn(view.root, path, offset);
  if (!task) return undefined;
  const source = (of: string) => services.sourceOf(of);
  const isHere = (place: Place) => place.path === path && covers(place, offset);
  return taskHere(task, isHere, source) ?? variableHere(services, view, task, { path, offset }) ?? fileHere();

  function fileHere(): SymbolAt | undefined {
    for (const { place, target, use } of linksOf(services.files, view, task ? [task] : [], source)) {
      if (isHere(place)) return { symbol: { kind: 'file', path: target, use }, place };
    }
    return undefined;
  }
}

/** A task's key, or a name in an `_after`. */
function taskHere(
  task: TaskNode,
  isHere: (place: Place) => boolean,
  source: (path: string) => string,
): SymbolAt | undefined {
  const { entry, body, name } = task;
  if (entry && body === null && isHere(entry.keyPlace)) {
    const place = nameIn(entry.keyPlace, name, source(entry.path)) ?? entry.keyPlace;
    return { symbol: { kind: 'task', name, node: task }, place };
  }
  for (const after of afterOf(task)) {
    if (!isHere(after.place)) continue;
    const node = task.parent?.children.find((sibling) => sibling.name === after.name);
    const place = nameIn(after.place, after.name, source(after.place.path)) ?? after.place;
    return node && { symbol: { kind: 'task', name: after.name, node }, place };
  }
  return undefined;
}

/** The names in a task's `_after`. */
export function afterOf(task: TaskNode): { readonly name: string; readonly place: Place }[] {
  const after = task.config.get('_after');
  if (after?.kind !== 'list') return [];
  return after.items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [{ name: item.value, place: item.place }] : [],
  );
}

/** A name in an expression, or a key or value that defines one. */
function variableHere(
  services: Services,
  view: View,
  task: TaskNode,
  at: { readonly path: string; readonly offset: number },
): SymbolAt | undefined {
  const source = (of: string) => services.sourceOf(of);
  const { path: root, root: tree } = view;
  for (const { name, place, exact, origin } of variableUses([task], source, {
    around: { path: at.path, start: at.offset, end: at.offset },
  })) {
    if (!exact || !covers(place, at.offset)) continue;
    const given = origin ?? (isOfDigdag(name) ? undefined : originsIn(services, view).elsewhere(name, task));
    return { symbol: { kind: 'variable', name, origin: given }, place };
  }
  // what a file that is included defines may hang anywhere in the tree of the one that includes it
  const tasks = root === at.path || !tree ? [task, ...task.children] : walkTasks(tree);
  const isHere = (place: Place) => place.path === at.path && covers(place, at.offset);
  const found =
    definedAt(tasks, (place, name) => isHere(place) && nameIn(place, name, source(place.path)) !== undefined) ??
    readKeyAt(task, isHere, source);
  const place = found?.origin?.place && nameIn(found.origin.place, found.name, source(found.origin.place.path));
  return found && place && { symbol: { kind: 'variable', ...found }, place };
}
