import { gzipSync } from 'node:zlib';
import { type GzipBody, type RecordedResponse, recordedHeader } from './recording.ts';

/** What a recorded answer becomes on the wire, and what a reader of it should find. */
export interface ServedBody {
  /** With every layer of gzip. */
  readonly wire: Buffer;
  /** With the content encoding undone. */
  readonly decoded: Buffer;
  /** With every layer undone. */
  readonly text: string;
}

/** Bodies as they were, but HTML pages, of which only the visible text is recorded, and JSON that the recorder cut off. */
export function servedBody({ headers, body }: RecordedResponse): ServedBody {
  const text = textOf(body);
  const isEncoded = recordedHeader(headers, 'content-encoding') === 'gzip';
  const isFile = recordedHeader(headers, 'content-type') === 'application/gzip';
  const decoded = isFile ? file(text, body) : Buffer.from(text);
  return { wire: isEncoded ? gzipSync(decoded) : decoded, decoded, text };
}

function textOf(body: string | GzipBody | null | undefined): string {
  if (typeof body !== 'string') return body ? textOf(body.gunzipped) : '';
  return isHtml(body) ? htmlPage(body.replace(htmlForm, '')) : wholeItems(body);
}

/** The head of a gzip file whose content is not written yet has 10 bytes. */
function file(text: string, body: RecordedResponse['body']): Buffer {
  const bytes = gzipSync(text);
  return text === '' && body !== null && typeof body === 'object' && body.bytes === 10 ? bytes.subarray(0, 10) : bytes;
}

const htmlForm = /^\(HTML error page, \d+ bytes\) visible text: /;

export function isHtml(body: unknown): body is string {
  return typeof body === 'string' && htmlForm.test(body);
}

function htmlPage(visible: string): string {
  const escaped = visible.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<html><head><title>ERROR</title><style>body { color: red }</style></head><body><p>${escaped}</p></body></html>`;
}

/** Of a list that the recorder cut off (`… (3617 bytes)`), the items that are whole. */
function wholeItems(body: string): string {
  if (!/… \(\d+ bytes\)$/.test(body)) return body;
  const start = body.indexOf('[') + 1;
  let end = start;
  let depth = 0;
  for (const { 0: token, index } of body.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else continue;
    if (depth === 0) end = start + index + 1;
  }
  return `${body.slice(0, end)}]}`;
}
