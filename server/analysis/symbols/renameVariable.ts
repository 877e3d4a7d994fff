import { builtInCatalog } from '../../../core/catalog/catalog.ts';
import { isGlobal } from '../../../core/expressions/names.ts';
import { isPlainName } from '../../../core/expressions/plainNames.ts';
import { originOf } from '../../../core/expressions/scopes/definitions.ts';
import { Outputs } from '../../../core/expressions/scopes/outputs.ts';
import type { Origin } from '../../../core/expressions/scopes/variable.ts';
import { basename } from '../../../core/project/paths.ts';
import { reach } from '../../../core/project/references.ts';
import { taskUses } from '../../../core/refactor/fileUses.ts';
import type { Place } from '../../../core/rules/finding.ts';
import { type OperatorTask, operatorTasksIn } from '../../../core/rules/support/task.ts';
import { templatesOf } from '../../../core/rules/support/templates.ts';
import { type Text, text } from '../../../core/text/text.ts';
import { type TaskNode, walkTasks } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import type { Found } from './find.ts';
import { type NamedSymbol, nameIn, samePlace } from './symbol.ts';
import { originsIn, usesInView } from './usesInView.ts';
import { definedAt } from './variables.ts';
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
  return unclear(services, { kind: 'variable', name, origin }, found) ?? readByCode(services, name, found);
}

/** Uses that are not this variable's alone: where an alias, an include, a template or a called file is shared, one place may mean several things. */
function unclear(
  services: Services,
  { name, origin }: NamedSymbol & { kind: 'variable' },
  { occurrences, views }: Found,
): Text | undefined {
  const places = new Set(occurrences.map(({ place }) => keyOf(place)));
  const isStored = origin?.kind === 'store';
  for (const view of views) {
    const outputs = new Outputs();
    let isShared: boolean | undefined;
    for (const use of usesInView(services, view, name)) {
      const isOurs = isStored ? use.origin?.kind === 'store' : samePlace(use.origin?.place, origin?.place);
      if (!isOurs && places.has(keyOf(use.place))) {
        return text('{0} means several things at one place, which an alias, an include or a template shares.', name);
      }
      if (originOf(name, use.task, outputs)) continue;
      isShared ??= isOneOfSeveral(origin, originsIn(services, view).ofCallers(name));
      if (isShared) return text('{0} has {1} from several callers.', basename(view.path), name);
    }
  }
  return undefined;
}

function isOneOfSeveral(origin: Origin | undefined, givers: readonly Origin[]): boolean {
  const ours = givers.filter(({ place }) => samePlace(place, origin?.place));
  return ours.length > 0 && ours.length < givers.length;
}

/**
 * Workflows that are called see what their callers export. What a file that is called takes from somewhere that is not known may be this
 * variable.
 */
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
    const takes = called.has(view.path) && [...usesInView(services, view, name)].some(({ origin }) => !origin);
    if (takes) return text('{0}, which is called from here, reads {1} too.', basename(view.path), name);
  }
  return undefined;
}

/**
 * Code that may read the variable: `sh>` has all variables in its environment, functions of `py>` take them as arguments. Renaming stops there, as
 * nobody can tell what the code means.
 */
function readByCode(services: Services, name: string, { occurrences, views }: Found): Text | undefined {
  const known = new Set(occurrences.map(({ place }) => keyOf(place)));
  for (const view of views) {
    for (const task of operatorTasksIn(view.root ? walkTasks(view.root) : [])) {
      if (task.use.name === 'sh' && readsInShell(task, name))
        return text('The command of {0} reads {1} as an environment variable.', task.node.fullName, name);
      for (const path of codeOf(services, view, task)) {
        const isRead = mentions(services.sourceOf(path), path, name).some((start) => !known.has(`${start} ${path}`));
        if (isRead) return text('{0}, which {1} runs, reads {2} too.', basename(path), task.node.fullName, name);
      }
    }
  }
  return undefined;
}

function readsInShell({ use: { command } }: OperatorTask, name: string): boolean {
  const script = command?.kind === 'scalar' && typeof command.value === 'string' ? command.value : '';
  return new RegExp(`\\$${name}\\b|%${name}%`).test(script);
}

/** Where code may read a variable: Python and Ruby as a parameter of a function or by a text, shells by the word alone. */
function mentions(source: string, path: string, name: string): number[] {
  const isScript = /\.(?:py|rb)$/.test(path);
  const pattern = isScript
    ? new RegExp(`(?<=['":])${name}(?=['"]|\\b)|(?<=\\bdef\\s+\\w+\\s*\\([^)]*)\\b${name}\\b`, 'g')
    : new RegExp(`\\b${name}\\b`, 'g');
  return [...source.matchAll(pattern)].map(({ index }) => index);
}

/** The files of a task that hold code: none whose `${…}` Digdag evaluates, and no workflows. */
function codeOf({ files }: Services, view: View, task: OperatorTask): string[] {
  const templates = new Set([...templatesOf(task, view)].map(({ path }) => path));
  return [...taskUses(files, view, [task.node])]
    .map(({ target }) => target)
    .filter((target) => !templates.has(target) && /\.(?:py|rb|sh|bash|js|pl|R)$/.test(target));
}

function keyOf({ path, start }: Place): string {
  return `${start} ${path}`;
}

/** Why a variable cannot get a name; undefined where it can. */
export function variableConflict(services: Services, { views, occurrences }: Found, name: string): Text | undefined {
  const isWord = /^(?:yes|no|on|off|y|n)$/i.test(name);
  const isName = /^[A-Za-z_]\w*$/.test(name) && isPlainName(name) && !isWord && !isGlobal(name);
  if (!isName) return text('{0} cannot be the name of a variable.', name);
  if (isReadByDigdag(name, views)) return text('Digdag itself or an operator reads {0}.', name);
  const involved = new Set(occurrences.map(({ place }) => place.path));
  const near = views.filter((view) => involved.has(view.path) || isAround(services, view, involved));
  const isUsed = near.some((view) => !usesInView(services, view, name).next().done);
  const isDefined = near.some(({ root }) => root && [...walkTasks(root)].some((task) => defines(task, name)));
  return isUsed || isDefined ? text('There is a variable {0} already.', name) : undefined;
}

/** The view shares a file with some: it includes one, or its tasks run one as a template. */
function isAround(services: Services, view: View, paths: ReadonlySet<string>): boolean {
  if (view.file.includes.some(({ target }) => target !== undefined && paths.has(target))) return true;
  const links = taskUses(services.files, view, view.root ? walkTasks(view.root) : []);
  return [...links].some(({ target }) => paths.has(target));
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
