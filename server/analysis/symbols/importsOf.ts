import { importedBy, type Script, scriptsOf } from '../../../core/expressions/scopes/scriptFiles.ts';
import { dirname } from '../../../core/project/paths.ts';
import type { Move } from '../../../core/refactor/move.ts';
import type { Place } from '../../../core/rules/finding.ts';
import { walkTasks } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import { inTurns } from '../../turns.ts';
import { workflowsAround } from './namingViews.ts';
import { loadView, type View } from './view.ts';

/**
 * Where code that `py>` and `rb>` tasks run loads a file that gets another path. These lines are the business of the language's own tools, which
 * change them too: two edits of one line would clash.
 */
export async function importsOf(
  services: Services,
  moves: readonly Move[],
  isCancelled: () => boolean,
): Promise<Place[]> {
  const places = new Map<string, Place>();
  const code = moves.flatMap(({ from }) => (/\.(?:py|rb)$/.test(from) ? [from] : []));
  for await (const path of inTurns(code.length > 0 ? workflowsAround(services, code) : [])) {
    if (isCancelled()) return [];
    const view = loadView(services, path);
    for (const place of view ? code.flatMap((from) => [...importsIn(services, view, from)]) : [])
      places.set(`${place.start} ${place.path}`, place);
  }
  return [...places.values()];
}

function* importsIn({ files }: Services, view: View, target: string): Generator<Place> {
  const language = target.endsWith('.py') ? 'python' : 'ruby';
  const operator = language === 'python' ? 'py' : 'rb';
  for (const task of view.root ? walkTasks(view.root) : []) {
    if (!task.operators.some(({ name }) => name === operator)) continue;
    for (const script of scriptsOf(files, view.path, task, language)) {
      for (const name of script.variables.imports) {
        const loaded = importedBy(files, dirname(view.path), script.path, [name], language);
        const place = loaded.includes(target) ? placeOf(script, name) : undefined;
        if (place) yield place;
      }
    }
  }
}

/** The first line of code that loads something and holds the last part of a name. */
function placeOf({ path, source }: Script, name: string): Place | undefined {
  const last = /\w+(?=\W*$)/.exec(name.replace(/\.rb$/, ''))?.[0];
  const line = new RegExp(`^[ \\t]*(?:from|import|require|require_relative|load)\\b.*\\b${last}\\b`, 'm').exec(source);
  return line ? { path, start: line.index, end: line.index + line[0].length } : undefined;
}
