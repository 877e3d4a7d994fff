import type { CodeLens, CodeLensParams, Range } from 'vscode-languageserver/node';
import type { CheckedFile } from '../../core/check.ts';
import { type Text, text } from '../../core/text/text.ts';
import { type TaskNode, walkTasks } from '../../core/workflow/taskNode.ts';
import { commands, type WorkflowTarget } from '../protocol.ts';
import type { Feature, Services } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';

/** Run, Preview and Check above a workflow and its http_call> tasks, for clients that have the commands. */
export const codeLens: Feature = {
  capabilities: { codeLensProvider: {} },
  register(services) {
    services.connection.onCodeLens(
      services.handlers.document<CodeLensParams, CodeLens[]>('code lenses', [], (document) =>
        services.settings(document)['codeLens.enabled'] && !document.detached ? lensesOf(services, document) : [],
      ),
    );
  },
};

interface Action {
  readonly title: Text;
  readonly command: string;
}

const run: Action = { title: text('$(play) Run'), command: commands.runWorkflow };
const preview: Action = { title: text('$(globe) Preview'), command: commands.previewRemoteWorkflow };
const check: Action = { title: text('$(checklist) Check'), command: commands.checkProject };

function lensesOf(services: Services, document: OpenDocument): CodeLens[] {
  const checked = services.checked(document);
  const root = checked.compiled?.root;
  if (!root) return [];
  const has = new Set(services.client.options.commands);
  const lenses = (range: Range, target: WorkflowTarget, actions: readonly Action[]): CodeLens[] =>
    actions
      .filter(({ command }) => has.has(command))
      .map(({ title, command }) => ({ range, command: { title: services.say(title), command, arguments: [target] } }));
  const { uri } = document;
  const top = lenses(document.range(firstKey(checked), firstKey(checked)), { uri }, [run, check]);
  const remote = [...walkTasks(root)].filter((task) => isRemote(task, document.path));
  return [
    ...top,
    ...remote.flatMap((task) => lenses(services.range(task.place), { uri, task: task.fullName }, [preview, run])),
  ];
}

/** Tasks of `_do` and the like exist only while the workflow runs: they cannot be named from outside. */
function isRemote(task: TaskNode, path: string): boolean {
  return task.place.path === path && task.operators.some(({ name }) => name === 'http_call') && !isGenerated(task);
}

function isGenerated(task: TaskNode): boolean {
  for (let node: TaskNode | null = task; node; node = node.parent) if (node.body !== null) return true;
  return false;
}

function firstKey({ file: { config }, path }: CheckedFile): number {
  const own = [...(config?.entries.values() ?? [])].filter((entry) => entry.path === path);
  return own.length > 0 ? Math.min(...own.slice(0, 1000).map(({ keyStart }) => keyStart)) : 0;
}
