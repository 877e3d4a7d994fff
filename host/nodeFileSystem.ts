import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { FileSystem, FileText } from '../core/project/fileSystem.ts';

/** Larger files are no workflows: Digdag's archive limit is 2 MiB, its own loader would read this for minutes. */
const largestFile = 64 * 1024 * 1024;

/** The core's FileSystem port over this machine's files. Reads afresh each time; what cannot be read is `undefined`. */
export const nodeFileSystem: FileSystem = {
  read(path) {
    try {
      const stat = statSync(path);
      // A pipe or a device, perhaps behind a symbolic link, may never end.
      if (!stat.isFile() || stat.size > largestFile) return undefined;
      return decode(readFileSync(path));
    } catch {
      return undefined;
    }
  },
  kind(path) {
    try {
      const stat = statSync(path);
      if (stat.isFile()) return 'file';
      return stat.isDirectory() ? 'directory' : undefined;
    } catch {
      return undefined;
    }
  },
  list(path) {
    try {
      return readdirSync(path).sort();
    } catch {
      return [];
    }
  },
};

/** Bytes as text; marked where they are no UTF-8 (Digdag reads U+FFFD there). Keeps a byte order mark. */
export function decode(bytes: Uint8Array): FileText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), malformed: true };
  }
}
