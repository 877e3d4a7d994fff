import type { CodeLens, Range } from 'vscode-languageserver/node';
import type { CheckedFile } from '../../../core/check.ts';
import { type Text, text } from '../../../core/text/text.ts';
import { type TaskNode, walkTasks } from '../../../core/workflow/taskNode.ts';
import { commands, type WorkflowTarget } from '../../protocol.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { scheduleLens } from '../schedule/scheduleTexts.ts';
import { callsOf } from '../symbols/calls.ts';

interface Action {
  readonly title: Text;
  readonly command: string;
}

const run: Action = { title: text('$(play) Run'), command: commands.runWorkflow };
const parameters: Action = { title: text('$(settings) Parameters…'), command: commands.runWithParameters };
const dryRun: Action = { title: text('$(debug-alt) Dry Run'), command: commands.dryRun };
const preview: Action = { title: text('$(globe) Preview'), command: commands.previewRemoteWorkflow };
const send: Action = { title: text('$(arrow-up) Send Request'), command: commands.sendRequest };
const check: Action = { title: text('$(checklist) Check'), command: commands.checkProject };

/** Run (with parameters, dry), Check and Preview above a workflow, above each task that sends a request, and the next runs above a schedule, for clients that have the commands. */
export function lensesIn(services: Services, document: OpenDocument): CodeLens[] {
  const checked = services.checked(document);
  const root = checked.compiled?.root;
  if (!root) return [];
  const has = new Set(services.client.options.commands);
  const lenses = (range: Range, target: WorkflowTarget, actions: readonly Action[]): CodeLens[] =>
    actions
      .filter(({ command }) => has.has(command))
      .map(({ title, command }) => ({ range, command: { title: services.say(title), command, arguments: [target] } }));
  const { uri } = document;
  const senders = [...walkTasks(root)].filter((task) => task.place.path === document.path && requestOf(task));
  const asks = senders.length > 0 || callsSenders(services, document, root);
  const first = document.range(firstKey(checked), firstKey(checked));
  const schedule = scheduleLens(services, checked.file);
  const times = schedule && { title: schedule.title, command: commands.showSchedule };
  return [
    ...(times ? lenses(services.range(schedule.place), { uri }, [times]) : []),
    ...lenses(first, { uri }, [run, parameters, dryRun, check, ...(asks ? [preview] : [])]),
    ...senders.flatMap((task) => lenses(services.range(task.place), { uri, task: task.fullName }, actionsOf(task))),
  ];
}

/** Tasks of `_do` and the like exist only while the workflow runs: they cannot be run by their names. */
function actionsOf(task: TaskNode): readonly Action[] {
  const request = requestOf(task) ?? preview;
  return isGenerated(task) ? [request] : [request, run];
}

function requestOf({ operators: [use] }: TaskNode): Action | undefined {
  if (use?.name === 'http_call') return preview;
  return use?.name === 'http' ? send : undefined;
}

/** As many called workflows are looked at: lenses must come at once. */
const mostCalled = 20;

/** Whether a workflow that this one calls sends requests. */
function callsSenders(services: Services, { path }: OpenDocument, root: TaskNode): boolean {
  const calls = [...walkTasks(root)].some(({ operators: [use] }) => use?.name === 'call' || use?.name === 'require');
  if (!calls) return false;
  const called = callsOf(services, path).slice(0, mostCalled);
  return called.some((workflow) => /\bhttp(_call)?>/.test(services.sourceOf(workflow.path)));
}

function isGenerated(task: TaskNode): boolean {
  for (let node: TaskNode | null = task; node; node = node.parent) if (node.body !== null) return true;
  return false;
}

function firstKey({ file: { config }, path }: CheckedFile): number {
  const own = [...(config?.entries.values() ?? [])].filter((entry) => entry.path === path);
  return own.length > 0 ? Math.min(...own.slice(0, 1000).map(({ keyStart }) => keyStart)) : 0;
}
