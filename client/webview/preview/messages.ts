/** What the panel of a preview shows: texts only, in the person's language, secrets masked. */
export interface PanelModel {
  /** Kept by VS Code over a reload, in place of what was received: nothing of that lies on a disk. */
  readonly target: { readonly uri: string; readonly task: string };
  readonly title: string;
  /** While a request is under way: what is said of it. */
  readonly busy: string | undefined;
  readonly verdict: { readonly tone: Tone; readonly text: string; readonly advice: readonly string[] } | undefined;
  /** Of the answer, in a line: status, type, size, time. */
  readonly summary: readonly (readonly [name: string, value: string])[];
  /** Options that would change the verdict: buttons. */
  readonly mends: readonly string[];
  readonly mendsLabel: string;
  readonly actions: readonly PanelAction[];
  readonly actionsLabel: string;
  readonly sections: readonly Section[];
}

export type Tone = 'good' | 'warning' | 'bad' | 'neutral';

interface PanelAction {
  readonly id: ActionId;
  readonly label: string;
  readonly primary?: boolean;
}

const actionIds = [
  'send',
  'cancel',
  'curl',
  'curlWithSecrets',
  'save',
  'untitled',
  'diff',
  'values',
  'workflow',
] as const;

export type ActionId = (typeof actionIds)[number];

export interface Section {
  readonly heading: string;
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly tasks?: readonly PanelTask[];
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly text?: string;
}

export interface PanelTask {
  readonly name: string;
  readonly depth: number;
  readonly what: string;
  /** What it would do beyond this machine's memory. */
  readonly effect: string | undefined;
  /** The button that goes on to its own request. */
  readonly follow: string | undefined;
}

/** From the panel to the extension. */
export type PanelMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'action'; readonly id: ActionId }
  | { readonly type: 'mend'; readonly index: number }
  | { readonly type: 'reveal' | 'follow'; readonly task: string };

/** A message as the panel may send it; undefined of anything else. */
export function readPanelMessage(value: unknown): PanelMessage | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  const { type, id, index, task } = value as { type: unknown; id?: unknown; index?: unknown; task?: unknown };
  const action = actionIds.find((known) => known === id);
  if (type === 'ready') return { type };
  if (type === 'action' && action) return { type, id: action };
  if (type === 'mend' && typeof index === 'number') return { type, index };
  if ((type === 'reveal' || type === 'follow') && typeof task === 'string') return { type, task };
  return undefined;
}
