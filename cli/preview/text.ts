import { render, type Text } from '../../core/text/text.ts';
import type { FetchedTask } from '../../runner/preview/fetchedTasks.ts';
import type { Question } from '../../runner/preview/guards.ts';
import type { PreviewVerdict } from '../../runner/preview/judgement.ts';
import type { Preparation, PreparedPreview } from '../../runner/preview/prepare.ts';
import type { PreviewResult, ShownResponse } from '../../runner/preview/send.ts';
import type { ShownRequest } from '../../runner/preview/shown.ts';
import { variableOf } from '../../runner/secrets/localSecrets.ts';
import { printable } from '../printable.ts';
import type { Style } from '../style.ts';

/** Bodies and workflows are shown up to here; the rest is counted. */
const longestShown = 20_000;

type NotReady = Exclude<Preparation, PreparedPreview>;
type SentResult = Extract<PreviewResult, { kind: 'sent' }>;

/** Why there is no request. */
export function preparationText(preparation: NotReady): string {
  if (preparation.kind === 'refused') return render(preparation.message);
  const lines = preparation.missing.map(({ kind, name }) =>
    kind === 'variable'
      ? `  \${${name}}: set it with -p ${name}=…`
      : `  secret ${name}: set it with digdag secrets --local --set ${name}, or in the variable ${variableOf(name)}`,
  );
  return [`${preparation.task.fullName} needs what is not known here:`, ...lines].join('\n');
}

/** The request as it will go out. */
export function requestText({ task, operator, shown, warnings }: PreparedPreview, style: Style): string {
  const title = `${style.dim(`${operator}> of`)} ${style.bold(printable(task.fullName))}`;
  const warned = warnings.map((warning) => `${style.yellow(told(warning))}\n`).join('');
  return shown ? `${title}\n\n${requestLines(shown, style)}${warned}` : title;
}

/** The answer's line, Digdag's verdict, and for http_call> the tasks and the workflow. */
export function resultText(prepared: PreparedPreview, result: SentResult, style: Style): string {
  const { requests, response, milliseconds, verdict, definition, body } = result;
  const redirects = requests.slice(1).map((request) => printable(`redirected: ${request.method} ${request.url}`));
  const parts = [...redirects];
  if (response) parts.push(responseLine(response, milliseconds, style));
  parts.push(verdictText(prepared, verdict, definition?.tasks ?? [], style));
  if (definition && definition.tasks.length > 0) parts.push(taskLines(definition.tasks, style));
  if (definition) parts.push(cut(definition.text));
  else if (body) parts.push(cut(body));
  return parts.join('\n\n').trimEnd();
}

/** Why nothing was sent. */
export function declinedText({ kind, message }: Question): string {
  const asked = render(message);
  return process.stdin.isTTY
    ? `not sent (${kind}).`
    : `not sent: there is no terminal to ask "${asked}" Use --yes to send, or --dry-run to see the request only.`;
}

function requestLines({ method, url, headers, body, proxy }: ShownRequest, style: Style): string {
  const lines = [
    `${style.bold(printable(method))} ${printable(url)}`,
    ...headers.map(([name, value]) => style.dim(printable(`${name}: ${value}`))),
  ];
  if (proxy !== undefined) lines.push(style.dim(printable(`(through the proxy ${proxy})`)));
  if (body !== undefined) lines.push('', cut(body));
  return `${lines.join('\n')}\n`;
}

function responseLine(response: ShownResponse, milliseconds: number, style: Style): string {
  const { status, reason, headers, wireBytes, decodedBytes } = response;
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'no Content-Type';
  const size =
    wireBytes === decodedBytes ? bytes(decodedBytes) : `${bytes(decodedBytes)} (${bytes(wireBytes)} compressed)`;
  const paint = status < 300 ? style.green : status < 400 ? style.yellow : style.red;
  return `${paint(printable(`HTTP ${status} ${reason}`))} · ${printable(type)} · ${size} · ${Math.round(milliseconds)} ms`;
}

function verdictText(
  prepared: PreparedPreview,
  verdict: PreviewVerdict,
  tasks: readonly FetchedTask[],
  style: Style,
): string {
  const advice = verdict.advice.map((text: Text) => style.dim(told(text)));
  const mends = verdict.mends.map(({ option, value }) => printable(`  ${option}: ${value}`));
  const mending = mends.length > 0 ? [style.dim('An option of the task would change that:'), ...mends] : [];
  return [headline(prepared, verdict, tasks, style), ...advice, ...mending].join('\n');
}

function headline(
  { operator, task }: PreparedPreview,
  { kind, message }: PreviewVerdict,
  tasks: readonly FetchedTask[],
  style: Style,
): string {
  switch (kind) {
    case 'accepted': {
      if (operator === 'http') return style.green('Digdag would take this answer.');
      const count = tasks.filter(({ group }) => !group).length;
      return style.green(
        printable(
          `Digdag would take this answer and run ${count} ${count === 1 ? 'task' : 'tasks'} under ${task.fullName}^sub.`,
        ),
      );
    }
    case 'retried':
      return `${style.yellow('Digdag would try again:')} ${printable(message)}`;
    case 'failed':
      return `${style.red('Digdag would fail:')} ${printable(message)}`;
    case 'unknown':
      return style.yellow('What Digdag would do is not known.');
  }
}

const effects = { command: 'runs a command', request: 'sends a request', workflow: 'runs another workflow' } as const;

function taskLines(tasks: readonly FetchedTask[], style: Style): string {
  const rows = tasks.map(({ fullName, operator, command, effect }) => {
    const what = operator === undefined ? '' : `  ${printable(operator)}>: ${oneLine(command ?? '')}`;
    return `  ${printable(fullName)}${what}${effect ? style.yellow(`  (${effects[effect]})`) : ''}`;
  });
  return rows.join('\n');
}

function oneLine(text: string): string {
  const [first = '', ...more] = printable(text).trim().split('\n');
  return first.length > 80 ? `${first.slice(0, 79)}…` : more.length > 0 ? `${first} …` : first;
}

/** A text that may hold what a server or a file says. */
function told(text: Text): string {
  return printable(render(text));
}

function cut(text: string): string {
  const safe = printable(text);
  const rest = safe.length - longestShown;
  return rest > 0 ? `${safe.slice(0, longestShown)}\n… ${rest} more characters` : safe.trimEnd();
}

function bytes(count: number): string {
  if (count < 1024) return `${count} ${count === 1 ? 'byte' : 'bytes'}`;
  return count < 1024 * 1024 ? `${(count / 1024).toFixed(1)} KiB` : `${(count / 1024 / 1024).toFixed(1)} MiB`;
}
