import { Outputs } from '../../../core/expressions/scopes/outputs.ts';
import { type Script, scriptsOf } from '../../../core/expressions/scopes/scriptFiles.ts';
import type { Place } from '../../../core/rules/finding.ts';
import { operatorTasksIn } from '../../../core/rules/support/task.ts';
import { templateAt, templatesOf } from '../../../core/rules/support/templates.ts';
import { walkTasks } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import { OriginsIn } from '../variables/originsIn.ts';
import { isOfDigdag, type VariableUse, variableUses } from './variables.ts';
import type { View } from './view.ts';

/**
 * Where the tasks of a view read a variable, in their own text and in the files whose `${…}` Digdag evaluates for them; with what gives it, also
 * from other files.
 * @param only the one file that is asked for
 */
export function* usesInView(services: Services, view: View, name: string, only?: string): Generator<VariableUse> {
  if (!view.root || isOfDigdag(name)) return;
  const origins = originsIn(services, view);
  for (const use of variableUses(walkTasks(view.root), (path) => services.sourceOf(path), { name })) {
    yield { ...use, origin: use.origin ?? origins.elsewhere(name, use.task) };
  }
  if (only !== view.path)
    yield* usesInTemplates(services, view, origins, only === undefined ? { name } : { name, path: only });
}

/** The variables in a template that a view's tasks run, at an offset of it. */
export function usesAt(services: Services, view: View, path: string, offset: number): VariableUse[] {
  const origins = originsIn(services, view);
  return [...usesInTemplates(services, view, origins, { path })].filter(
    ({ place }) => place.start <= offset && offset <= place.end,
  );
}

export function originsIn({ files }: Services, view: View): OriginsIn {
  return new OriginsIn(files, view, new Outputs());
}

function* usesInTemplates(
  { files }: Services,
  view: View,
  origins: OriginsIn,
  wanted: { readonly name?: string; readonly path?: string },
): Generator<VariableUse> {
  for (const task of operatorTasksIn(view.root ? walkTasks(view.root) : [])) {
    for (const { path } of templatesOf(task, view)) {
      const template = wanted.path === undefined || wanted.path === path ? templateAt(files, path) : undefined;
      for (const { name, start, end } of template?.names ?? []) {
        if (wanted.name !== undefined && wanted.name !== name) continue;
        const origin = isOfDigdag(name) ? undefined : origins.of(name, task.node);
        yield { name, place: { path, start, end }, exact: true, origin, task: task.node };
      }
    }
  }
}

/** The places where the Python and Ruby code of some views gives a variable to Digdag. */
export function storePlaces({ files }: Services, views: readonly View[], name: string): Place[] {
  const places = new Map<string, Place>();
  for (const { path, variables } of views.flatMap((view) => scriptsIn(files, view))) {
    for (const stored of [...variables.stores, ...variables.exports]) {
      if (stored.name !== name) continue;
      places.set(`${stored.start} ${path}`, { path, start: stored.start, end: stored.end });
    }
  }
  return [...places.values()];
}

/** The code that the `py>` and `rb>` tasks of a view run, as far as it is found. */
function scriptsIn(files: Services['files'], { path, root }: View): Script[] {
  return [...(root ? walkTasks(root) : [])].flatMap((task) =>
    task.operators.flatMap(({ name }) => {
      const language = name === 'py' ? 'python' : name === 'rb' ? 'ruby' : undefined;
      return language ? scriptsOf(files, path, task, language) : [];
    }),
  );
}
