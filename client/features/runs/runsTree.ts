import { EventEmitter, l10n, MarkdownString, type TreeDataProvider, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { RunRecord, TaskRecord } from './runRecord.ts';
import type { RunStore } from './runStore.ts';
import { durationText, iconOf, shortName, stateText, timeText, titleOf } from './words.ts';

/** A row of the Runs view: a run, or a task of it. */
export class RunsNode {
  constructor(
    readonly run: RunRecord,
    readonly task?: TaskRecord,
  ) {}
}

/** The Runs view's rows: runs, newest first, each with its tasks. */
export class RunsTree implements TreeDataProvider<RunsNode> {
  readonly #changed = new EventEmitter<RunsNode | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** VS Code finds a row again by its object. */
  readonly #nodes = new Map<string, RunsNode>();

  constructor(private readonly store: RunStore) {}

  /** @param run the one that has changed; all where absent */
  refresh(run: RunRecord | undefined): void {
    this.#changed.fire(run && this.#nodes.get(run.id));
  }

  getChildren(node?: RunsNode): RunsNode[] {
    if (!node) return this.store.runs.map((run) => this.#node(run));
    const { run, task } = node;
    const tasks = task
      ? task.children
      : run.roots.flatMap((root) => (root.children.length > 0 ? root.children : [root]));
    return tasks.flatMap(shownTasks).map((child) => this.#node(run, child));
  }

  getTreeItem({ run, task }: RunsNode): TreeItem {
    return task ? taskItem(run, task) : runItem(run);
  }

  getParent({ run, task }: RunsNode): RunsNode | undefined {
    if (!task) return undefined;
    let above = task.parent;
    while (above && isLeftOut(above)) above = above.parent;
    return above?.parent ? this.#node(run, above) : this.#node(run);
  }

  #node(run: RunRecord, task?: TaskRecord): RunsNode {
    const key = task ? `${run.id}/${task.id}` : run.id;
    const node = this.#nodes.get(key) ?? new RunsNode(run, task);
    this.#nodes.set(key, node);
    return node;
  }
}

/** `^sub` only holds what a task has made: those stand right below the task. */
function shownTasks(task: TaskRecord): readonly TaskRecord[] {
  return isLeftOut(task) ? task.children.flatMap(shownTasks) : [task];
}

function isLeftOut({ name, group, children }: TaskRecord): boolean {
  return name.endsWith('^sub') && group && children.length > 0;
}

function runItem(run: RunRecord): TreeItem {
  const isOpen = run.state === 'running' || run.tasks.size > 0;
  const item = new TreeItem(titleOf(run), isOpen ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None);
  const { definition } = run.request ?? {};
  const time = run.duration === undefined ? '' : durationText(run.duration);
  const kinds = [definition?.dryRun ? l10n.t('dry run') : '', definition?.engine === 'digdag' ? 'digdag' : ''];
  item.id = run.id;
  item.description = [timeText(run.startedAt), time, ...kinds].filter(Boolean).join(' · ');
  item.iconPath = iconOf(run.state);
  item.contextValue = ['run', run.state, ...(run.canResume ? ['resumable'] : [])].join(' ');
  item.tooltip = tooltip(run);
  item.accessibilityInformation = { label: `${titleOf(run)}, ${stateText(run.state)}, ${item.description}` };
  return item;
}

function tooltip(run: RunRecord): MarkdownString {
  const text = new MarkdownString();
  const line = (name: string, value: string): void => {
    text.appendText(`${name}: ${value}\n`);
  };
  text.appendText(`${titleOf(run)} (${stateText(run.state)})\n`);
  if (run.sessionTime !== undefined) line(l10n.t('Session'), run.sessionTime);
  line(l10n.t('Started'), new Date(run.startedAt).toLocaleString());
  for (const { name, message } of run.failed) line(name, message?.split('\n')[0] ?? '');
  if (run.refusal !== undefined) text.appendText(run.refusal);
  return text;
}

function taskItem(run: RunRecord, task: TaskRecord): TreeItem {
  const state = task.children.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None;
  const item = new TreeItem(shortName(task), state);
  const [message = ''] = task.message?.split('\n') ?? [];
  const shownState = stateText(task.state, run.state === 'running');
  const time = task.duration === undefined || task.startedAt === undefined ? '' : durationText(task.duration);
  // VS Code opens only what is new to it: a task that has made others while it ran would stay closed.
  item.id = `${run.id}/${task.id}${task.children.length > 0 ? '/' : ''}`;
  item.description = [time, message].filter(Boolean).join('  ');
  item.iconPath = iconOf(task.state);
  item.contextValue = ['task', ...(task.hasOutput ? ['output'] : []), ...(task.source ? ['source'] : [])].join(' ');
  item.tooltip = new MarkdownString().appendText(
    [`${task.name} (${shownState})`, ...(task.message ? [task.message] : [])].join('\n'),
  );
  item.accessibilityInformation = {
    label: [shortName(task), shownState, item.description].filter(Boolean).join(', '),
  };
  if (task.source) {
    const arguments_ = [new RunsNode(run, task)];
    item.command = { command: 'digdag.goToTaskOfRun', title: l10n.t('Go to Task'), arguments: arguments_ };
  }
  return item;
}
