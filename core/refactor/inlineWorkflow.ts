import { loadFile } from '../project/load.ts';
import type { LocatedEntry, LocatedMap } from '../project/located.ts';
import { basename, dirname } from '../project/paths.ts';
import { lineBreak, linesOf } from '../rules/support/edits.ts';
import { text } from '../text/text.ts';
import { compileTree } from '../workflow/compileTree.ts';
import { surveyTasks } from '../workflow/survey.ts';
import { reindented } from './blocks.ts';
import { taskUses } from './fileUses.ts';
import type { Refactor, RefactorContext } from './refactoring.ts';
import { selectionIn } from './selection.ts';

/** Puts the tasks of a called workflow in place of its `call>`. Only from the same folder: elsewhere paths and commands mean something else. */
export const inlineWorkflow: Refactor = (context) => {
  const selection = selectionIn(context);
  const [task, ...others] = selection?.tasks ?? [];
  const entry = task?.config.entries.get('call>');
  if (!selection || !task || others.length > 0 || !entry || task.kind !== 'operator') return [];
  const call = linesOf(context, entry);
  const [use] = taskUses(context.fs, context, [task]);
  if (!call || !use || use.target === context.path || dirname(use.target) !== dirname(context.path)) return [];
  const body = bodyOf(context, use.target, call.indent.length, task.config);
  if (body === undefined) return [];
  const { path } = context;
  const title = text('Inline the workflow {0}', basename(use.target, '.dig'));
  return [{ kind: 'inline', title, edits: [{ path, start: call.start, end: call.end, newText: body }] }];
};

/** What a called file has at its top and a group may have too. */
const kept = new Set(['_export', '_parallel', '_error', '_retry']);
/** CallOperatorFactory: these of a called file have no effect. */
const dropped = new Set(['timezone', 'schedule', 'sla', '_check']);
/** What the calling task may have beside `call>`: it means the same to a group. */
const beside = new Set(['call>', '_export', '_error', '_after', '_background']);

/** The lines of the called file as they stand in a group; undefined where they would not mean the same there. */
function bodyOf(context: RefactorContext, target: string, column: number, task: LocatedMap): string | undefined {
  const file = loadFile(context.fs, target);
  const root = file?.document.root;
  const config = file?.config;
  if (!file || !config || file.errors.length > 0 || root?.kind !== 'mapping' || root.flow || root.properties)
    return undefined;
  if (file.document.hasAliases || /^(?:---|\.\.\.|%)|&\w|^\uFEFF/m.test(file.text)) return undefined;
  const keys = [...config.entries.keys()];
  const fits = keys.every((key) => key.startsWith('+') || kept.has(key) || dropped.has(key));
  const clashes = keys.some((key) => task.has(key) && key !== '_check');
  if (!fits || clashes || ![...task.entries.keys()].every((key) => beside.has(key))) return undefined;
  if (!keys.some((key) => key.startsWith('+')) || !compiles(config, target)) return undefined;
  const breaks = lineBreak(context);
  const written = without(
    target,
    file.text,
    [...config.entries.values()].filter(({ key }) => dropped.has(key)),
  );
  if (written === undefined) return undefined;
  const own = written.replaceAll(/\r?\n/g, breaks);
  return reindented(own.endsWith('\n') ? own : own + breaks, 0, column);
}

/** Digdag compiles a called file when it is due: an error of it would then be one of this file, before anything runs. */
function compiles(config: LocatedMap, path: string): boolean {
  const root = surveyTasks('', '^sub', config, { path, start: 0, end: 0 });
  return compileTree(root, { early: false, named: false }).refusal === undefined;
}

function without(path: string, source: string, entries: readonly LocatedEntry[]): string | undefined {
  let written = source;
  for (const entry of [...entries].sort((a, b) => b.keyStart - a.keyStart)) {
    const lines = linesOf({ path, text: source }, entry);
    if (!lines) return undefined;
    written = written.slice(0, lines.start) + written.slice(lines.end);
  }
  return written;
}
