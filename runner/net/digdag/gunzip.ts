import { promisify } from 'node:util';
import { constants, gunzip as gunzipNode } from 'node:zlib';

const gunzipped = promisify(gunzipNode);

interface GunzipOptions {
  /** More bytes than this reject, with Node's code ERR_BUFFER_TOO_LARGE. */
  readonly maxBytes: number;
  /** An end inside of the stream counts as its end. */
  readonly mayBreakOff?: boolean;
}

/** Undoes gzip, off the main thread. */
export function gunzip(bytes: Uint8Array, { maxBytes, mayBreakOff = false }: GunzipOptions): Promise<Uint8Array> {
  const finishFlush = mayBreakOff ? constants.Z_SYNC_FLUSH : constants.Z_FINISH;
  return gunzipped(bytes, { maxOutputLength: maxBytes, finishFlush });
}

/** Whether bytes begin as gzip does. No UTF-8 text does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
