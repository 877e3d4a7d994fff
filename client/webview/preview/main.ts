import './preview.css';
import type { PanelMessage, PanelModel, PanelTask, Section } from './messages.ts';

interface VsCode {
  postMessage(message: PanelMessage): void;
  setState(state: PanelModel['target']): void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();
const root = document.body;

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isShow(data)) show(data.model);
});
vscode.postMessage({ type: 'ready' });

function isShow(data: unknown): data is { readonly model: PanelModel } {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'show' && 'model' in data;
}

/** Everything anew; the focus stays on the button that had it. */
function show(model: PanelModel): void {
  const focused = document.activeElement?.id ?? '';
  vscode.setState(model.target);
  root.replaceChildren(
    element('main', { 'aria-busy': String(model.busy !== undefined) }, [
      element('h1', {}, [model.title]),
      status(model),
      ...mends(model),
      element(
        'div',
        { role: 'toolbar', 'aria-label': model.actionsLabel, class: 'actions' },
        model.actions.map(({ id, label, primary }) =>
          button(`action-${id}`, label, { type: 'action', id }, primary ? 'primary' : 'secondary'),
        ),
      ),
      ...model.sections.map(section),
    ]),
  );
  if (focused !== '') document.getElementById(focused)?.focus();
}

function status(model: PanelModel): HTMLElement {
  const { busy, verdict } = model;
  if (busy !== undefined) return element('p', { role: 'status', class: 'verdict neutral' }, [busy]);
  const lines = verdict ? [element('p', { class: `verdict ${verdict.tone}` }, [verdict.text])] : [];
  const advice = verdict?.advice.map((text) => element('p', { class: 'advice' }, [text])) ?? [];
  return element('div', { role: 'status' }, [...lines, ...summary(model), ...advice]);
}

function summary({ summary: facts }: PanelModel): HTMLElement[] {
  if (facts.length === 0) return [];
  const pairs = facts.map(([name, value]) =>
    element('div', {}, [element('dt', {}, [name]), element('dd', {}, [value])]),
  );
  return [element('dl', { class: 'summary' }, pairs)];
}

function mends({ mends: labels, mendsLabel }: PanelModel): HTMLElement[] {
  if (labels.length === 0) return [];
  const buttons = labels.map((label, index) => button(`mend-${index}`, label, { type: 'mend', index }, 'secondary'));
  return [element('div', { role: 'group', 'aria-label': mendsLabel, class: 'actions mends' }, buttons)];
}

/** It scrolls, so the keyboard must get there, and a screen reader say what it is. */
const readOnlyText = { tabindex: '0', role: 'textbox', 'aria-readonly': 'true', 'aria-multiline': 'true' };

function section({ heading, facts = [], tasks = [], headers = [], text }: Section, index: number): HTMLElement {
  const id = `heading-${index}`;
  return element('section', { 'aria-labelledby': id }, [
    element('h2', { id }, [heading]),
    ...(facts.length > 0 ? [table(facts, 'facts')] : []),
    ...(tasks.length > 0 ? [element('ul', { class: 'tasks' }, tasks.map(task))] : []),
    ...(headers.length > 0 ? [table(headers, 'headers')] : []),
    ...(text === undefined ? [] : [element('pre', { ...readOnlyText, 'aria-labelledby': id }, [text])]),
  ]);
}

function table(rows: readonly (readonly [string, string])[], name: string): HTMLElement {
  const lines = rows.map(([key, value]) =>
    element('tr', {}, [element('th', { scope: 'row' }, [key]), element('td', {}, [value])]),
  );
  return element('table', { class: name }, [element('tbody', {}, lines)]);
}

function task({ name, depth, what, effect, follow }: PanelTask, index: number): HTMLElement {
  const item = element('li', { class: `depth-${Math.min(depth, 8)}` }, [
    button(`task-${index}`, name, { type: 'reveal', task: name }, 'link'),
    ...(what === '' ? [] : [element('code', {}, [what])]),
    ...(effect === undefined ? [] : [element('span', { class: 'effect' }, [effect])]),
    ...(follow === undefined ? [] : [button(`follow-${index}`, follow, { type: 'follow', task: name }, 'secondary')]),
  ]);
  return item;
}

function button(id: string, label: string, message: PanelMessage, look: string): HTMLElement {
  const made = element('button', { id, type: 'button', class: look }, [label]);
  made.addEventListener('click', () => vscode.postMessage(message));
  return made;
}

/** Texts become text nodes: nothing of an answer is read as HTML. */
function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly (Node | string)[],
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
