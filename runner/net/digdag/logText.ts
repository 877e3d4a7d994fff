import { AnswerError } from './errors.ts';
import { gunzip, isGzip, isTooLarge } from './gunzip.ts';

/**
 * The text of a task's log. It is a gzip file that a running task has not ended yet: what is there counts, and half a character at the end
 * does not. Storages and proxies sometimes undo or add a layer of gzip: as many are undone as there are.
 */
export async function logText(bytes: Uint8Array, maxBytes: number): Promise<string> {
  let content = bytes;
  for (let layer = 0; isGzip(content) && layer < 3; layer++) content = await unpacked(content, maxBytes);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content, { stream: true });
}

async function unpacked(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  try {
    return await gunzip(bytes, { maxBytes, mayBreakOff: true });
  } catch (error) {
    throw new AnswerError(isTooLarge(error) ? `the log is larger than ${maxBytes} bytes` : 'the log is no gzip file');
  }
}
