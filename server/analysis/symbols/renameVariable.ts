import { builtInCatalog } from '../../../core/catalog/catalog.ts';
import { isGlobal } from '../../../core/expressions/names.ts';
import { isPlainName } from '../../../core/expressions/plainNames.ts';
import { basename } from '../../../core/project/paths.ts';
import { reach } from '../../../core/project/references.ts';
import { type Text, text } from '../../../core/text/text.ts';
import { type TaskNode, walkTasks } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import type { Found } from './find.ts';
import { type NamedSymbol, nameIn, samePlace } from './symbol.ts';
import { definedAt, variableUses } from './variables.ts';
import { projectViews, type View } from './view.ts';

/** Why a variable cannot be renamed; undefined where it can. */
export function variableRefusal(
  services: Services,
  { name, origin }: NamedSymbol & { kind: 'variable' },
  found: Found,
): Text | undefined {
  const place = origin?.place;
  if (!place) return text('Nothing in this project defines {0}.', name);
  if (!nameIn(place, name, services.sourceOf(place.path))) return text('The operator defines {0}.', name);
  if (origin.kind !== 'loop' && isReadByDigdag(name, found.views))
    return text('Digdag itself or an operator reads {0}.', name);
  const places = new Set(found.occurrences.map((one) => `${one.place.start} ${one.place.path}`));
  for (const use of usesOf(services, name, found.views)) {
    const isOther = !samePlace(use.origin?.place, place);
    if (isOther && places.has(`${use.place.start} ${use.place.path}`)) {
      return text('{0} means several things at one place, which an alias or an include shares.', name);
    }
  }
  return undefined;
}

/** Workflows that are called see what their callers export: of a variable that one of them takes from there, more is meant than this file. */
export async function useInCalled(
  services: Services,
  { name }: NamedSymbol & { kind: 'variable' },
  { views }: Found,
  isCancelled: () => boolean,
): Promise<Text | undefined> {
  const from = views.map(({ path }) => path);
  const { called } = reach(services.files, from);
  if (called.size === 0) return undefined;
  const others = await projectViews(services, from[0] ?? '', isCancelled);
  for (const view of others) {
    const takes = called.has(view.path) && [...usesOf(services, name, [view])].some(({ origin }) => !origin);
    if (takes) return text('{0}, which is called from here, reads {1} too.', basename(view.path), name);
  }
  return undefined;
}

/** Why a variable cannot get a name; undefined where it can. */
export function variableConflict(services: Services, { views }: Found, name: string): Text | undefined {
  const isWord = /^(?:yes|no|on|off|y|n)$/i.test(name);
  const isName = /^[A-Za-z_]\w*$/.test(name) && isPlainName(name) && !isWord && !isGlobal(name);
  if (!isName) return text('{0} cannot be the name of a variable.', name);
  if (isReadByDigdag(name, views)) return text('Digdag itself or an operator reads {0}.', name);
  const isUsed = !usesOf(services, name, views).next().done;
  const isDefined = views.some(({ root }) => root && [...walkTasks(root)].some((task) => defines(task, name)));
  return isUsed || isDefined ? text('There is a variable {0} already.', name) : undefined;
}

function* usesOf(services: Services, name: string, views: readonly View[]): ReturnType<typeof variableUses> {
  for (const { root } of views) {
    if (root) yield* variableUses(walkTasks(root), (path) => services.sourceOf(path), { name });
  }
}

function defines(task: TaskNode, name: string): boolean {
  return task.config.has(name) || definedAt([task], (_, defined) => defined === name) !== undefined;
}

/** Options, variables that Digdag sets, and the parameters and sections of the operators that run here: exports reach them too. */
function isReadByDigdag(name: string, views: readonly View[]): boolean {
  if (builtInCatalog.taskOption(name) || builtInCatalog.variable(name)) return true;
  return [...operatorsIn(views)].some((operator) => {
    const { sections = [], parameters = [] } = builtInCatalog.operator(operator) ?? {};
    return sections.some(({ path }) => path[0] === name) || parameters.some((parameter) => parameter.name === name);
  });
}

function operatorsIn(views: readonly View[]): ReadonlySet<string> {
  const tasks = views.flatMap(({ root }) => (root ? [...walkTasks(root)] : []));
  return new Set(tasks.flatMap(({ operators }) => operators.map(({ name }) => name)));
}
