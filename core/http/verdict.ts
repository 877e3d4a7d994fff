import { caught, DigdagError } from '../text/digdagError.ts';
import { shownUrl } from './address.ts';
import { type Answer, type Exchange, header, type TransportFailure } from './answer.ts';
import { bodyText } from './body.ts';
import { reasonOf } from './reason.ts';
import type { HttpRequest } from './request.ts';

/** What Digdag does with what came of a request. */
export type Verdict =
  | { readonly kind: 'accepted'; readonly answer: Answer }
  /** Tried again without limit; `cause` is the text of Digdag's warning. */
  | { readonly kind: 'retried'; readonly cause: string }
  | { readonly kind: 'failed'; readonly error: DigdagError };

/** Characters of an answer that Digdag stores, loads or quotes: config.http.max_stored_response_content_size, config.http_call.max_response_content_size. */
const maxCharacters = 64 * 1024;

/** Judges an exchange as HttpOperatorFactory.execute does. */
export function judge(request: HttpRequest, exchange: Exchange): Verdict {
  if (exchange.kind === 'failed') return transportVerdict(request, exchange.failure);
  const { answer } = exchange;
  const accepted = answer.status >= 200 && answer.status < 400;
  if (accepted && exchange.kind === 'answered') return { kind: 'accepted', answer };
  const summary = exchange.kind === 'answered' ? caught(() => responseSummary(answer)) : undefined;
  // An answer that cannot be decoded fails outside of Digdag's own errors, and those are retried whatever the options say.
  if (summary?.ok === false) return { kind: 'retried', cause: summary.error.text };
  return statusVerdict(request, answer, summary?.value ?? '');
}

/** The seconds that Digdag waits before it asks again, having asked `attempts` times: 1, 2, 4, 8, 16, 30, 30 … (PollingRetryExecutor). */
export function retryWait(attempts: number): number {
  return Math.min(2 ** (attempts - 1), 30);
}

/** The text that `http>` stores as `http.last_content`; throws where it cannot be stored. */
export function storedContent(answer: Answer): string {
  const content = bodyText(answer);
  checkLength(content);
  return content;
}

export function checkLength(content: string): void {
  if (content.length > maxCharacters) {
    throw new DigdagError(`Response content too large: ${content.length} > ${maxCharacters}`);
  }
}

function statusVerdict(request: HttpRequest, answer: Answer, summary: string): Verdict {
  const { status } = answer;
  const url = request.address ? shownUrl(request.address, request.secretUrl) : '';
  const text = `${request.method} ${url} - ${status} ${reasonOf(status)}${summary}`;
  if (status === 408 || status === 429) return { kind: 'retried', cause: `Failed HTTP request: ${text}` };
  if (status >= 400 && status < 500)
    return { kind: 'failed', error: new DigdagError(`HTTP 4XX Client Error: ${text}`) };
  const message = `${status >= 500 && status < 600 ? 'HTTP 5XX Server Error' : 'Unexpected HTTP status'}: ${text}`;
  return request.retry ? { kind: 'retried', cause: message } : { kind: 'failed', error: new DigdagError(message) };
}

/** The body behind an error's status: cut to 200 characters, or not shown where its length header promises too much. */
function responseSummary(answer: Answer): string {
  const length = header(answer, 'content-length');
  if (length !== undefined && !(/^[+-]?\d{1,10}$/.test(length) && Number(length) <= maxCharacters)) {
    return ': (too long response body)';
  }
  const body = bodyText(answer);
  return `: ${body.length > 200 ? `${body.slice(0, 197)}...` : body}`;
}

function transportVerdict(request: HttpRequest, failure: TransportFailure): Verdict {
  const [message, kind] = javaException(failure);
  return request.retry
    ? { kind: 'retried', cause: message }
    : { kind: 'failed', error: new DigdagError(message, kind) };
}

/** The message and the class of the exception that Digdag reports. */
function javaException({ kind, detail }: TransportFailure): readonly [message: string, kind: string] {
  switch (kind) {
    case 'timeout':
      return ['java.util.concurrent.TimeoutException', 'runtime'];
    case 'connect-timeout':
      return ['java.net.SocketTimeoutException: Connect Timeout', 'runtime'];
    case 'refused':
      return ['java.net.ConnectException: Connection refused', 'runtime'];
    case 'unreachable':
      return [`java.net.NoRouteToHostException: ${detail}`, 'runtime'];
    case 'unknown-host':
      return [`java.net.UnknownHostException: ${detail}: Name or service not known`, 'runtime'];
    case 'closed':
      return [`java.io.EOFException: ${detail}`, 'runtime'];
    case 'reset':
      return ['java.io.IOException: Connection reset by peer', 'runtime'];
    case 'tls':
      return [`javax.net.ssl.SSLHandshakeException: ${detail}`, 'runtime'];
    case 'too-large':
      return ['Buffering capacity exceeded', 'illegal argument'];
    case 'bad-port':
      return [`port out of range:${detail}`, 'illegal argument'];
    case 'bad-scheme':
      return [`Invalid protocol ${detail}`, 'illegal argument'];
    case 'zip':
      return [`java.util.zip.ZipException: ${detail}`, 'runtime'];
    case 'no-host':
      return [detail, 'null pointer'];
  }
}
