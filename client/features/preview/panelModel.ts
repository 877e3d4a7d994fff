import { type Text, text } from '../../../core/text/text.ts';
import type { FetchedTask } from '../../../runner/preview/fetchedTasks.ts';
import type { PreviewVerdict } from '../../../runner/preview/judgement.ts';
import type { PreviewResult, ShownResponse } from '../../../runner/preview/send.ts';
import type { ShownRequest } from '../../../runner/preview/shown.ts';
import type { ActionId, PanelModel, PanelTask, Section, Tone } from '../../webview/preview/messages.ts';

export type Sent = Extract<PreviewResult, { kind: 'sent' }>;
type Say = (text: Text) => string;

/** All that the panel of one task may show. */
export interface PanelContent {
  readonly target: PanelModel['target'];
  /** Undefined before the first answer. */
  readonly sent: Sent | undefined;
  readonly warnings: readonly Text[];
  /** Files of certificates that could not be taken, each with the reason. */
  readonly certificateProblems: readonly string[];
  readonly busy: boolean;
  /** How what came compares with what came before; undefined of the first. */
  readonly difference: 'same' | 'other' | undefined;
}

/** Longer texts are cut: the panel is for looking at. */
const longestText = 100_000;

export function panelModel(content: PanelContent, say: Say): PanelModel {
  const { target, sent, busy, warnings } = content;
  const problems = content.certificateProblems.map((problem) => text('Certificates were not read from {0}', problem));
  const advice = [...(sent?.verdict.advice ?? []), ...warnings, ...problems].map(say);
  const shown = sent && { tone: tones[sent.verdict.kind], text: verdictLine(sent, say), advice };
  return {
    target,
    title: say(text('Preview of {0}', target.task)),
    busy: busy ? say(text('The request is under way …')) : undefined,
    verdict: shown ?? {
      tone: 'neutral',
      text: say(text('Nothing has been sent. What was received is not kept.')),
      advice,
    },
    summary: busy || !sent ? [] : summary(sent, content.difference, say),
    mends: busy || !sent ? [] : sent.verdict.mends.map(({ title }) => say(title)),
    mendsLabel: say(text('What would change it')),
    actions: actionsOf(content).map((id) => ({
      id,
      label: say(labels[id]),
      primary: id === 'send' || id === 'cancel',
    })),
    actionsLabel: say(text('Actions of the preview')),
    sections: sent ? sections(sent, say) : [],
  };
}

const tones: Readonly<Record<PreviewVerdict['kind'], Tone>> = {
  accepted: 'good',
  retried: 'warning',
  failed: 'bad',
  unknown: 'neutral',
};

const labels: Readonly<Record<ActionId, Text>> = {
  send: text('Send Again'),
  cancel: text('Cancel'),
  curl: text('Copy as cURL'),
  curlWithSecrets: text('Copy as cURL with Secrets …'),
  save: text('Save to Project …'),
  untitled: text('Open as New File'),
  diff: text('Compare with the Last Preview'),
  values: text('Change Values …'),
  workflow: text('Show Workflow'),
};

function actionsOf({ busy, sent, difference }: PanelContent): ActionId[] {
  if (busy) return ['cancel'];
  if (!sent) return ['send'];
  const ofWorkflow: ActionId[] = sent.definition ? ['workflow', 'save', 'untitled'] : [];
  const compare: ActionId[] = difference === 'other' ? ['diff'] : [];
  return ['send', ...compare, ...ofWorkflow, 'curl', 'curlWithSecrets', 'values'];
}

/** One line for a message. */
export function verdictLine({ verdict: { kind, message }, definition }: Sent, say: Say): string {
  switch (kind) {
    case 'accepted':
      return definition
        ? say(text('Digdag accepts the answer: it would add {0} task(s).', steps(definition.tasks).length))
        : say(text('Digdag accepts the answer: the task succeeds.'));
    case 'retried':
      return say(text('Digdag would send the request again: {0}', message));
    case 'failed':
      return say(text('Digdag refuses the answer, and the task fails: {0}', message));
    case 'unknown':
      return say(text('The preview ended before Digdag would: what it would do is not known.'));
  }
}

/** Groups are left out: they do nothing themselves. */
function steps(all: readonly FetchedTask[]): readonly FetchedTask[] {
  return all.filter(({ group }) => !group);
}

function sections({ requests, response, definition, body }: Sent, say: Say): Section[] {
  const tasks = definition?.tasks ?? [];
  return [
    ...(tasks.length > 0 ? [taskSection(tasks, say)] : []),
    ...requests.map((request, index) => requestSection(request, index, say)),
    ...(response ? [{ heading: say(text('Response')), headers: response.headers }] : []),
    ...(definition || !body ? [] : [{ heading: say(text('Body')), text: cut(body, say) }]),
  ];
}

function taskSection(tasks: readonly FetchedTask[], say: Say): Section {
  const [first] = tasks;
  const top = first ? first.fullName : '';
  const below = tasks.filter((task) => task !== first || !task.group);
  const depthOf = ({ fullName }: FetchedTask): number => Math.max(fullName.slice(top.length).split('+').length - 2, 0);
  return {
    heading: say(text('Tasks that it would add under {0}', top)),
    tasks: below.map((task) => described(task, depthOf(task), say)),
  };
}

function described({ fullName, operator, command, effect }: FetchedTask, depth: number, say: Say): PanelTask {
  const [line = ''] = (command ?? '').split('\n');
  const what = operator === undefined ? '' : `${operator}>: ${line.length > 200 ? `${line.slice(0, 200)}…` : line}`;
  const follow = operator === 'http_call' ? text('Preview') : operator === 'http' ? text('Send Request') : undefined;
  return {
    name: fullName,
    depth,
    what,
    effect: effect && say(effects[effect]),
    follow: follow && say(follow),
  };
}

const effects = {
  command: text('runs a command'),
  request: text('sends a request'),
  workflow: text('runs another workflow'),
} as const;

function requestSection({ method, url, headers, body, proxy }: ShownRequest, index: number, say: Say): Section {
  return {
    heading: say(index === 0 ? text('Request') : text('Redirect {0}', index)),
    facts: [[method, url], ...(proxy === undefined ? [] : [[say(text('Proxy')), proxy] as const])],
    headers,
    ...(body === undefined ? {} : { text: cut(body, say) }),
  };
}

/** What a person looks for first: it stands at the verdict. */
function summary(
  { response, milliseconds }: Sent,
  difference: PanelContent['difference'],
  say: Say,
): PanelModel['summary'] {
  const time = [say(text('Time')), `${Math.round(milliseconds)} ms`] as const;
  if (!response) return [[say(text('Status')), say(text('None.'))], time];
  return [
    [say(text('Status')), `${response.status} ${response.reason}`.trimEnd()],
    [say(text('Type')), response.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '-'],
    [say(text('Size')), sizeOf(response, say)],
    time,
    ...(difference === undefined ? [] : [[say(text('Last preview')), say(differences[difference])] as const]),
  ];
}

const differences = {
  same: text('The same was received.'),
  other: text('Something else was received.'),
} as const;

function sizeOf({ wireBytes, decodedBytes }: ShownResponse, say: Say): string {
  return wireBytes === decodedBytes
    ? say(text('{0} bytes', decodedBytes))
    : say(text('{0} bytes, {1} decompressed', wireBytes, decodedBytes));
}

function cut(shown: string, say: Say): string {
  const rest = shown.length - longestText;
  return rest > 0 ? `${shown.slice(0, longestText)}\n${say(text('… {0} more characters', rest))}` : shown;
}
