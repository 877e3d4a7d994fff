import { readFileSync } from 'node:fs';
import { applyEdits, editsThatFit } from '../../core/rules/applyEdits.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { decode } from '../../host/nodeFileSystem.ts';
import { replaceFile } from '../replaceFile.ts';

/** A fix can make room for the next one, but a workflow that needs more rounds than this has fixes that undo each other. */
const rounds = 10;

export interface Mended {
  /** The files that were changed. */
  readonly files: ReadonlySet<string>;
  /** What could not be written, a line each. */
  readonly problems: readonly string[];
}

/** Applies safe fixes until none is left. */
export function fixAll(check: () => readonly Finding[]): Mended {
  const files = new Set<string>();
  const problems: string[] = [];
  for (let round = 0; round < rounds && problems.length === 0; round++) {
    const fixes = check().flatMap((finding) => finding.fixes?.filter((fix) => fix.safe).slice(0, 1) ?? []);
    if (fixes.length === 0) break;
    for (const [path, edits] of editsThatFit(fixes)) {
      try {
        replaceFile(path, applyEdits(decoded(path), edits));
        files.add(path);
      } catch (error) {
        problems.push(`${path} could not be mended: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return { files, problems };
}

/** Written back, what cannot be read would be lost. */
function decoded(path: string): string {
  const { text, malformed } = decode(readFileSync(path));
  if (malformed) throw new Error('it is not UTF-8');
  return text;
}
