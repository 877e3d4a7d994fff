import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';
import type { JournalEntry } from '../../../runner/journal/entry.ts';

const pieceSize = 256 * 1024;

/** Reads a journal that may still grow: each call gives the entries that are new. */
export class JournalReader {
  readonly #decoder = new StringDecoder('utf8');
  #offset = 0;
  #rest = '';

  constructor(readonly path: string) {}

  async read(onEntry: (entry: JournalEntry) => void): Promise<void> {
    const file = await open(this.path, 'r');
    try {
      const piece = Buffer.alloc(pieceSize);
      for (;;) {
        const { bytesRead } = await file.read(piece, 0, piece.length, this.#offset);
        if (bytesRead === 0) return;
        this.#offset += bytesRead;
        const lines = (this.#rest + this.#decoder.write(piece.subarray(0, bytesRead))).split('\n');
        this.#rest = lines.pop() ?? '';
        for (const line of lines) {
          const entry = parseEntry(line);
          if (entry) onEntry(entry);
        }
      }
    } finally {
      await file.close();
    }
  }
}

/** A line that a killed process or a full disk has cut, or that another version wrote, counts as absent. */
function parseEntry(line: string): JournalEntry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'type' in value && 'time' in value
      ? (value as JournalEntry)
      : undefined;
  } catch {
    return undefined;
  }
}
