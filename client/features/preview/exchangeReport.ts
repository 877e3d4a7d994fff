import { type Text, text } from '../../../core/text/text.ts';
import type { FetchedTask } from '../../../runner/preview/fetchedTasks.ts';
import type { PreviewResult, ShownResponse } from '../../../runner/preview/send.ts';
import type { ShownRequest } from '../../../runner/preview/shown.ts';

export type Sent = Extract<PreviewResult, { kind: 'sent' }>;

type Say = (text: Text) => string;

/**
 * What was sent, what came back, and what Digdag would do with it, as plain text. Secrets are masked already.
 * @param task the full name of the task
 */
export function exchangeReport(task: string, sent: Sent, say: Say): string {
  const { requests, response, milliseconds, definition, body } = sent;
  const parts = [
    [say(text('Preview of {0}', task)), '', ...verdict(sent, say), ...tasks(definition?.tasks ?? [], say)],
    ...requests.map((request) => [heading(say(text('Request'))), ...requestLines(request)]),
    [heading(say(text('Response'))), ...responseLines(response, milliseconds, say)],
    definition || body === undefined || body === '' ? [] : [heading(say(text('Body'))), body.trimEnd()],
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
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
  }
}

function verdict(sent: Sent, say: Say): string[] {
  return [verdictLine(sent, say), ...sent.verdict.advice.map((advice) => `  ${say(advice)}`)];
}

/** Groups are left out: they do nothing themselves. */
function steps(all: readonly FetchedTask[]): readonly FetchedTask[] {
  return all.filter(({ group }) => !group);
}

function tasks(all: readonly FetchedTask[], say: Say): string[] {
  return steps(all).flatMap((task) => ['', `  ${task.fullName}`, `      ${described(task, say)}`]);
}

function described({ operator, command, effect }: FetchedTask, say: Say): string {
  if (operator === undefined) return '';
  const [line = ''] = (command ?? '').split('\n');
  const shown = `${operator}>: ${line}`;
  switch (effect) {
    case 'command':
      return `${shown}  (${say(text('runs a command'))})`;
    case 'request':
      return `${shown}  (${say(text('sends a request'))})`;
    case 'workflow':
      return `${shown}  (${say(text('runs another workflow'))})`;
    case undefined:
      return shown;
  }
}

function requestLines({ method, url, headers, body, proxy }: ShownRequest): string[] {
  const lines = [`${method} ${url}`, ...headers.map(([name, value]) => `${name}: ${value}`)];
  const through = proxy === undefined ? [] : [`(proxy ${proxy})`];
  return [...lines, ...through, ...(body === undefined ? [] : ['', body])];
}

function responseLines(response: ShownResponse | undefined, milliseconds: number, say: Say): string[] {
  const time = say(text('Time: {0} ms', Math.round(milliseconds)));
  if (!response) return [say(text('None.')), time];
  const { status, reason, headers, wireBytes, decodedBytes } = response;
  const [, type] = headers.find(([name]) => name.toLowerCase() === 'content-type') ?? [];
  const size =
    wireBytes === decodedBytes
      ? say(text('Size: {0} bytes', decodedBytes))
      : say(text('Size: {0} bytes, {1} decompressed', wireBytes, decodedBytes));
  return [
    `${status} ${reason}`.trimEnd(),
    say(text('Type: {0}', type ?? '-')),
    size,
    time,
    '',
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
}

function heading(title: string): string {
  return `── ${title} ──────────`;
}
