import type { Answer, Exchange, TransportFailure } from '../../core/http/answer.ts';
import { bodyText } from '../../core/http/body.ts';
import { definitionText } from '../../core/http/definition.ts';
import { type FetchedWorkflow, loadFetched } from '../../core/http/fetchedWorkflow.ts';
import type { Header } from '../../core/http/request.ts';
import { judge, storedContent } from '../../core/http/verdict.ts';
import { caught } from '../../core/text/digdagError.ts';
import { type Text, text } from '../../core/text/text.ts';
import type { ResponseHead } from '../net/sent.ts';
import { definitionAdvice, retryAdvice, statusAdvice } from './advice.ts';
import { type FetchedTask, fetchedTasks } from './fetchedTasks.ts';
import { type Confirm, Declined, Guards, type Question } from './guards.ts';
import type { PreparedPreview } from './prepare.ts';
import { type ShownRequest, showRequest } from './shown.ts';

export interface PreviewPorts {
  readonly confirm: Confirm;
  /** More certificates to trust (PEM). */
  readonly ca?: readonly string[];
}

/** What Digdag would do with the answer. */
export interface PreviewVerdict {
  readonly kind: 'accepted' | 'retried' | 'failed';
  /** Digdag's own words of a failure; empty where it accepts. */
  readonly message: string;
  /** What to know or to do about it. */
  readonly advice: readonly Text[];
}

export interface ShownResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Header[];
  /** Bytes of the body: as they came over the wire, and decompressed. */
  readonly wireBytes: number;
  readonly decodedBytes: number;
}

interface PreviewDefinition {
  /** As Digdag would write it to http_call.dig: JSON rewritten as YAML. */
  readonly text: string;
  readonly tasks: readonly FetchedTask[];
  readonly workflow: FetchedWorkflow | undefined;
}

export type PreviewResult =
  | { readonly kind: 'declined'; readonly question: Question }
  | {
      readonly kind: 'sent';
      /** More than one where redirects were followed. */
      readonly requests: readonly ShownRequest[];
      readonly response: ShownResponse | undefined;
      readonly milliseconds: number;
      readonly verdict: PreviewVerdict;
      /** Of http_call>, where the answer holds one; also of one that Digdag refuses to run. */
      readonly definition: PreviewDefinition | undefined;
      /** The answer's text, masked; undefined where it is none. */
      readonly body: string | undefined;
    };

/** No preview takes longer, whatever the task's timeout allows. */
const longest = 120_000;

/**
 * Sends a prepared request once, asking for what needs a person's word, and judges the answer as Digdag would. What Digdag would repeat
 * is told, not done. Rejects only where `signal` ends it.
 */
export async function sendPreview(
  prepared: PreparedPreview,
  ports: PreviewPorts,
  signal: AbortSignal,
): Promise<PreviewResult> {
  const { request, shown, mask } = prepared;
  const { address } = request;
  if (!address || !shown) return notSendable(prepared);
  const addressed = { ...request, address };
  const guards = new Guards(ports.confirm, shown, mask);
  try {
    await guards.beforeSending(addressed);
    const { send } = await import('../net/main.ts');
    const { checkAddress, checkRedirect } = guards;
    const options = {
      checkAddress,
      checkRedirect,
      isolateCookies: true,
      longest,
      ...(ports.ca ? { ca: ports.ca } : {}),
    };
    const sent = await send(addressed, options, signal);
    return {
      kind: 'sent',
      requests: sent.requests.map((wire) => showRequest(wire, mask)),
      response: sent.response && showResponse(prepared, sent.response),
      milliseconds: sent.milliseconds,
      ...judged(prepared, sent.exchange),
    };
  } catch (error) {
    if (error instanceof Declined) return { kind: 'declined', question: error.question };
    throw error;
  }
}

type Judged = Pick<Extract<PreviewResult, { kind: 'sent' }>, 'verdict' | 'definition' | 'body'>;

function judged(prepared: PreparedPreview, exchange: Exchange): Judged {
  const { request, mask, operator } = prepared;
  const answer = exchange.kind === 'failed' ? undefined : exchange.answer;
  const decoded = answer && caught(() => bodyText(answer));
  const body = decoded?.ok ? mask.text(decoded.value) : undefined;
  const verdict = judge(request, exchange);
  if (verdict.kind === 'accepted') {
    const accepted = { kind: 'accepted' as const, message: '', advice: [] };
    if (operator === 'http') {
      const stored = request.storeContent ? caught(() => storedContent(verdict.answer)) : undefined;
      const refused = stored?.ok === false ? failedVerdict(mask.text(stored.error.message)) : undefined;
      return { verdict: refused ?? accepted, definition: undefined, body };
    }
    return { ...judgedDefinition(prepared, verdict.answer, body ?? ''), body };
  }
  const message = mask.text(verdict.kind === 'retried' ? verdict.cause : verdict.error.message);
  const reason = answer
    ? statusAdvice(answer)
    : exchange.kind === 'failed'
      ? transportAdvice(exchange.failure)
      : undefined;
  const advice = [reason, verdict.kind === 'retried' ? retryAdvice(request) : undefined];
  return {
    verdict: { kind: verdict.kind, message, advice: advice.filter((some) => some !== undefined) },
    definition: undefined,
    body,
  };
}

function judgedDefinition(prepared: PreparedPreview, answer: Answer, body: string): Omit<Judged, 'body'> {
  const { request, files, projectDirectory, workdir, task, mask } = prepared;
  const failed = (message: string, advice?: Text): PreviewVerdict => failedVerdict(mask.text(message), advice);
  const written = definitionText(request, answer);
  if (!written.ok)
    return { verdict: failed(written.error.message, definitionAdvice(answer, body)), definition: undefined };
  const shown = mask.text(written.value);
  const loaded = loadFetched(written.value, files, projectDirectory, workdir);
  if (!loaded.ok) {
    return { verdict: failed(loaded.error.message), definition: { text: shown, tasks: [], workflow: undefined } };
  }
  const made = fetchedTasks(task.fullName, loaded.value, prepared.taskCount);
  const definition = { text: shown, tasks: made.ok ? made.tasks : [], workflow: loaded.value };
  const verdict = made.ok ? { kind: 'accepted' as const, message: '', advice: [] } : failed(made.message);
  return { verdict, definition };
}

function failedVerdict(message: string, advice?: Text): PreviewVerdict {
  return { kind: 'failed', message, advice: advice ? [advice] : [] };
}

function transportAdvice({ kind }: TransportFailure): Text | undefined {
  switch (kind) {
    case 'refused':
    case 'unreachable':
    case 'connect-timeout':
      return text('Nothing answers there: is the service running, and the port right?');
    case 'unknown-host':
      return text('The name of the server is not known: check its spelling, and the network.');
    case 'timeout':
      return text('The service answers too late for the timeout of the task.');
    case 'tls':
      return text('The certificate of the server is not trusted. insecure: true would accept any.');
    case 'closed':
    case 'reset':
      return text('The server ended the connection without an answer.');
    case 'too-large':
      return text('Digdag reads at most 2 MiB of an answer, and http_call> takes at most 65,536 characters.');
    default:
      return undefined;
  }
}

function showResponse({ mask }: PreparedPreview, head: ResponseHead): ShownResponse {
  return { ...head, headers: head.headers.map((header) => mask.header(header)) };
}

/** Digdag retries such a task for ever without ever sending anything. */
function notSendable(prepared: PreparedPreview): PreviewResult {
  const message = 'HTTP request failed. null';
  const advice = text(
    'The address names no host that Digdag can ask. It must begin with http:// or https:// and a host without "_".',
  );
  const verdict: PreviewVerdict = { kind: 'retried', message, advice: [advice] };
  const { shown } = prepared;
  return {
    kind: 'sent',
    requests: shown ? [shown] : [],
    response: undefined,
    milliseconds: 0,
    verdict,
    definition: undefined,
    body: undefined,
  };
}
