import { dirname, join, relative } from '../project/paths.ts';
import { lineBreak } from '../rules/support/edits.ts';
import { workingDirectory } from '../rules/support/files.ts';
import { lineStartOf } from '../text/lineStart.ts';
import { text } from '../text/text.ts';
import { topTaskNameFaults, workflowNameFaults } from '../workflow/taskName.ts';
import { reindented } from './blocks.ts';
import type { Refactor, RefactorContext, Refactoring } from './refactoring.ts';
import { canBeGrouped, type Selection, selectionIn, type WrittenTask } from './selection.ts';
import { isSelfContained } from './sharing.ts';

/**
 * Moves tasks into a workflow file of their own beside this one, and calls it: `call>` shows it all that is exported here, and paths are looked up
 * from the same folder. Of a group what is in it moves.
 */
export const extractWorkflow: Refactor = (context) => {
  const selection = selectionIn(context);
  const [first] = selection?.tasks ?? [];
  if (!selection || !first || !canMove(context, selection, first)) return [];
  const name = freeFile(context, first.name);
  if (name === undefined) return [];
  return [
    selection.tasks.length === 1 && isPlainGroup(first)
      ? ofGroup(context, first, name)
      : ofTasks(context, selection, first, name),
  ].flat();
};

function canMove({ path, file }: RefactorContext, selection: Selection, first: WrittenTask): boolean {
  const { parent, tasks, lines } = selection;
  const single = tasks.length === 1;
  const isCall = single && first.operators.some(({ name }) => name === 'call');
  if (isCall || workingDirectory({ node: parent }, { path }) === undefined) return false;
  if (!canBeGrouped(selection, single) || !isSelfContained(file.document, lines)) return false;
  const atTop = single && isPlainGroup(first) ? first.children : tasks;
  if (atTop.some(({ name, body }) => body === null && topTaskNameFaults(name).length > 0)) return false;
  return !single || !first.config.has('_after');
}

/** `load`, `load_2` …: a name that Digdag takes and that no file has. */
function freeFile({ fs, path, project }: RefactorContext, task: string): string | undefined {
  const wanted =
    task
      .slice(1)
      .replaceAll(/[^\w-]/g, '_')
      .replace(/^(?=[\d-])/, 'task_') || 'tasks';
  for (let count = 1; count < 1000; count++) {
    const name = count === 1 ? wanted : `${wanted}_${count}`;
    const target = join(dirname(path), `${name}.dig`);
    if (
      fs.kind(target) === undefined &&
      project.takesAsWorkflow(`${name}.dig`) &&
      workflowNameFaults(name).length === 0
    )
      return name;
  }
  return undefined;
}

/** What a called file may have at its top with the same meaning as a group, beside `_export` and `_error`. */
const topKeys = new Set(['_parallel', '_retry']);

function isPlainGroup({ kind, config, children }: WrittenTask): boolean {
  if (kind !== 'group' || children.length === 0) return false;
  return [...config.entries.values()].every(({ key, value }) => {
    if (key === '_export' || key === '_error') return value.kind === 'map';
    return key.startsWith('+') || topKeys.has(key);
  });
}

function ofTasks(context: RefactorContext, selection: Selection, first: WrittenTask, name: string): Refactoring {
  const { path, text: source } = context;
  const { start, end, indent } = selection.lines;
  const breaks = lineBreak(context);
  const parallel =
    selection.order === 'parallel' && selection.tasks.length > 1 ? `_parallel: true${breaks}${breaks}` : '';
  const call = `${indent}${keyOf(source, first)}:${breaks}${indent}  call>: ${name}${breaks}`;
  return {
    kind: 'extract',
    title: text('Extract to the workflow {0}', fileName(context, name)),
    edits: [{ path, start, end, newText: call }],
    files: [
      {
        kind: 'create',
        path: join(dirname(path), `${name}.dig`),
        text: parallel + ended(reindented(source.slice(start, end), indent.length), breaks),
      },
    ],
  };
}

/** What stands below the group's key moves; the key, with its comments, stays. */
function ofGroup(context: RefactorContext, group: WrittenTask, name: string): Refactoring[] {
  const { path, text: source } = context;
  const { config, entry } = group;
  const start = source.indexOf('\n', entry.keyEnd) + 1;
  const selection = selectionIn(context);
  const isBlock = config.node?.kind === 'mapping' && !config.node.flow && entry.value.start >= start;
  if (!isBlock || start === 0 || !selection || entry.value.node?.properties) return [];
  const { end, indent } = selection.lines;
  const inner = source.slice(lineStartOf(source, entry.value.start), entry.value.start).length;
  const breaks = lineBreak(context);
  return [
    {
      kind: 'extract',
      title: text('Extract to the workflow {0}', fileName(context, name)),
      edits: [{ path, start, end, newText: `${indent}  call>: ${name}${breaks}` }],
      files: [
        {
          kind: 'create',
          path: join(dirname(path), `${name}.dig`),
          text: ended(reindented(source.slice(start, end), inner), breaks),
        },
      ],
    },
  ];
}

function fileName({ path, project }: RefactorContext, name: string): string {
  return relative(project.directory, join(dirname(path), `${name}.dig`));
}

/** The task's key as it is written, with its quotes. */
function keyOf(source: string, { entry }: WrittenTask): string {
  return source.slice(entry.keyStart, entry.keyEnd);
}

function ended(written: string, breaks: string): string {
  return written.endsWith('\n') ? written : written + breaks;
}
