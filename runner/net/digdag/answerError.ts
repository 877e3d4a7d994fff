import { parseJson } from '../../../core/value/parseJson.ts';
import { isMap } from '../../../core/value/value.ts';
import type { ApiAnswer } from './call.ts';
import { DigdagError } from './errors.ts';

/** Shown of a page that is not Digdag's answer. */
const longestPage = 200;

/** What an answer of 3xx, 4xx or 5xx says: `{message,status}`, nothing, or a page of HTML or text. */
export function errorOf({ status, headers, body }: ApiAnswer): DigdagError {
  const text = new TextDecoder().decode(body);
  const value = parseJson(text);
  const words = isMap(value) ? value.get('message') : undefined;
  if (typeof words === 'string') return new DigdagError(status, words, undefined, retryAfter(headers));
  return new DigdagError(status, undefined, visibleText(text) || undefined, retryAfter(headers));
}

/** Of an HTML error page of Digdag's servlet container, the exception; of any other, its beginning. */
function visibleText(page: string): string {
  const visible = page
    .slice(0, 20_000)
    .replace(/<(script|style|title)\b[\s\S]*?<\/\1\s*>|<[^<>]*>/gi, ' ')
    .replace(/&(lt|gt|quot|amp|nbsp|#39);/g, (_, name: string) => entities[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const exception = /Stack Trace: (.*?)(?= at [\w.$]+\(|$)/.exec(visible)?.[1] ?? visible;
  return exception.length > longestPage ? `${exception.slice(0, longestPage)}…` : exception;
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ', '#39': "'" };

/** Seconds; a date is not read. */
function retryAfter(headers: ApiAnswer['headers']): number | undefined {
  const seconds = headers['retry-after'];
  return seconds !== undefined && /^\d{1,9}$/.test(seconds) ? Number(seconds) : undefined;
}
