import { builtInCatalog } from '../catalog/catalog.ts';
import type { Operator } from '../catalog/types.ts';
import { hasTemplate } from '../expressions/scan.ts';
import { evaluatedTexts } from '../expressions/uses.ts';
import { type LocatedEntry, toValue } from '../project/located.ts';
import type { TextEdit } from '../rules/finding.ts';
import { lineBreak, linesOf } from '../rules/support/edits.ts';
import { exportsOf, type OperatorTask, operatorTasksIn } from '../rules/support/task.ts';
import { text } from '../text/text.ts';
import { toJson } from '../value/json.ts';
import { type TaskNode, walkTasks } from '../workflow/taskNode.ts';
import type { Refactor, RefactorContext, Refactoring } from './refactoring.ts';
import { isShared } from './sharing.ts';

/**
 * Moves an option of a task to the `_export` of the group around it, from where all tasks of its operator read it: only where each of them says the
 * same now. And back: from `_export` to the tasks that read it.
 */
export const exportOption: Refactor = (context) => [...toExport(context), ...toTasks(context)];

function toExport(context: RefactorContext): Refactoring[] {
  const task = taskWithOptionAt(context);
  const group = task?.node.parent;
  if (!task || !group || group.body !== null) return [];
  const { entry, section } = task;
  const tasks = readersIn(group, section, entry.key);
  const value = writtenValue(context, entry);
  const isSame = tasks?.every(({ node }) => isSameOption(node.config.entries.get(entry.key), entry));
  if (!tasks || !isSame || value === undefined || readsVariable(group, section)) return [];
  const removals = tasks.map(({ node }) => removal(context, node.config.entries.get(entry.key)));
  const addition = additionTo(context, group, section, `${entry.key}: ${value}`);
  if (!addition || removals.includes(undefined)) return [];
  const edits = [addition, ...removals.filter((edit) => edit !== undefined)];
  const title = group.parent
    ? text('Move {0} to _export of {1}', entry.key, group.name)
    : text('Move {0} to _export of the workflow', entry.key);
  return [{ kind: 'rewrite', title, edits }];
}

function toTasks(context: RefactorContext): Refactoring[] {
  const found = exportedOptionAt(context);
  if (!found) return [];
  const { group, entry, section, isAlone, sectionEntry } = found;
  const tasks = readersIn(group, section, entry.key);
  const value = writtenValue(context, entry);
  const takers = tasks?.filter(({ node }) => !node.config.has(entry.key));
  const isOverridden = takers?.some(({ node }) => [...exportsOf(node, section)].length > 1);
  if (!takers || takers.length === 0 || isOverridden || value === undefined || readsVariable(group, section)) return [];
  const edits: (TextEdit | undefined)[] = [removal(context, isAlone ? sectionEntry : entry)];
  for (const { use } of takers) {
    const lines = linesOf(context, use.entry);
    const newText = lines && `${lines.indent}${entry.key}: ${value}${lineBreak(context)}`;
    const end = lines?.end ?? 0;
    const endsLine = lines && context.text[end - 1] === '\n';
    edits.push(endsLine ? { path: context.path, start: end, end, newText: newText ?? '' } : undefined);
  }
  const known = edits.filter((edit) => edit !== undefined);
  if (known.length < edits.length) return [];
  return [{ kind: 'rewrite', title: text('Move {0} to the tasks that read it', entry.key), edits: known }];
}

interface TaskOption {
  readonly node: TaskNode;
  readonly entry: LocatedEntry;
  readonly section: string;
}

/** The option on whose key or value the cursor is, of an operator that reads a section of `_export`. */
function taskWithOptionAt({ root, path, start, end }: RefactorContext): TaskOption | undefined {
  for (const task of operatorTasksIn(walkTasks(root))) {
    for (const entry of task.node.config.entries.values()) {
      if (!isAt(entry, path, start, end)) continue;
      const section = sectionOf(task.operator);
      const isOption = isExportable(task.operator, entry.key);
      if (section !== undefined && isOption) return { node: task.node, entry, section };
    }
  }
  return undefined;
}

interface ExportedOption {
  readonly group: TaskNode;
  readonly entry: LocatedEntry;
  readonly section: string;
  /** Nothing else is in the section. */
  readonly isAlone: boolean;
  /** What goes where it is alone: the section, or the whole `_export`. */
  readonly sectionEntry: LocatedEntry;
}

function exportedOptionAt({ root, path, start, end }: RefactorContext): ExportedOption | undefined {
  for (const group of walkTasks(root)) {
    const exported = group.config.entries.get('_export');
    if (group.body !== null || exported?.value.kind !== 'map') continue;
    for (const [section, sectionEntry] of exported.value.entries) {
      if (sectionEntry.value.kind !== 'map') continue;
      const { entries } = sectionEntry.value;
      const entry = [...entries.values()].find((one) => isAt(one, path, start, end));
      if (!entry) continue;
      const isAlone = entries.size === 1;
      const whole = exported.value.entries.size === 1 ? exported : sectionEntry;
      return { group, entry, section, isAlone, sectionEntry: whole };
    }
  }
  return undefined;
}

function isAt({ path, keyStart, keyEnd, value }: LocatedEntry, at: string, start: number, end: number): boolean {
  return (
    path === at &&
    value.path === at &&
    value.kind === 'scalar' &&
    keyStart <= start &&
    end <= Math.max(keyEnd, value.end)
  );
}

/** The one section of `_export` in which an operator looks. */
function sectionOf({ sections = [] }: Operator): string | undefined {
  const [section, ...others] = sections;
  return section?.path.length === 1 && others.length === 0 ? section.path[0] : undefined;
}

function isExportable({ parameters }: Operator, key: string): boolean {
  return parameters.some(({ name, localOnly }) => name === key && localOnly !== true);
}

/** The tasks below a group that read a key of a section; undefined where others may, in files that are called. */
function readersIn(group: TaskNode, section: string, key: string): OperatorTask[] | undefined {
  const readers: OperatorTask[] = [];
  for (const node of walkTasks(group)) {
    for (const { name } of node.operators) {
      const operator = builtInCatalog.operator(name);
      if (!operator || opensOtherTasks.has(name)) return undefined;
    }
  }
  for (const task of operatorTasksIn(walkTasks(group))) {
    const looksThere = task.operator.sections?.some(({ path }) => path[0] === section);
    if (looksThere && isExportable(task.operator, key)) readers.push(task);
  }
  return readers;
}

/** Their tasks see what is exported, and are not written here. */
const opensOtherTasks = new Set(['call', 'http_call', 'py', 'rb']);

function readsVariable(group: TaskNode, section: string): boolean {
  const pattern = new RegExp(`\\b${section}\\b`);
  for (const { scan } of evaluatedTexts([...walkTasks(group)])) {
    if (scan.parts.some((part) => part.kind === 'expression' && pattern.test(part.script))) return true;
  }
  return false;
}

function isSameOption(one: LocatedEntry | undefined, other: LocatedEntry): boolean {
  return one !== undefined && toJson(toValue(one.value)) === toJson(toValue(other.value));
}

/** A value of one line that means the same everywhere. */
function writtenValue({ text: source, path, file }: RefactorContext, { value }: LocatedEntry): string | undefined {
  if (value.kind !== 'scalar' || value.path !== path || value.node?.kind !== 'scalar' || value.node.properties)
    return undefined;
  const written = source.slice(value.start, value.end);
  const isFixed = typeof value.value !== 'string' || !hasTemplate(value.value);
  if (!isFixed || written === '' || written.includes('\n') || isShared(file.document, value)) return undefined;
  return written;
}

function removal(context: RefactorContext, entry: LocatedEntry | undefined): TextEdit | undefined {
  const lines = entry && linesOf(context, entry);
  return lines && { path: context.path, start: lines.start, end: lines.end, newText: '' };
}

/** Adds a line to a section of a group's `_export`, and makes what of these is missing. */
function additionTo(context: RefactorContext, group: TaskNode, section: string, line: string): TextEdit | undefined {
  const { path } = context;
  const breaks = lineBreak(context);
  const [first] = group.config.entries.values();
  const exported = group.config.entries.get('_export');
  if (!exported) {
    const lines = first && linesOf(context, first);
    if (!lines || isShared(context.file.document, { start: lines.start, end: lines.start })) return undefined;
    const { start, indent } = lines;
    const newText = ['_export:', `  ${section}:`, `    ${line}`].map((one) => indent + one + breaks).join('');
    return { path, start, end: start, newText };
  }
  if (exported.value.kind !== 'map') return undefined;
  const known = exported.value.entries.get(section);
  const inside = known?.value.kind === 'map' ? known.value : undefined;
  if (known && (!inside || inside.has(line.slice(0, line.indexOf(':'))))) return undefined;
  const [next] = (inside ?? exported.value).entries.values();
  const lines = next && linesOf(context, next);
  if (!lines) return undefined;
  const { start, indent } = lines;
  const added = inside ? [line] : [`${section}:`, `  ${line}`];
  return { path, start, end: start, newText: added.map((one) => indent + one + breaks).join('') };
}
