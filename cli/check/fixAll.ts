import { readFileSync } from 'node:fs';
import { applyEdits, editsThatFit } from '../../core/rules/applyEdits.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { replaceFile } from '../replaceFile.ts';

/** A fix can make room for the next one, but a workflow that needs more rounds than this has fixes that undo each other. */
const rounds = 10;

/** Applies safe fixes until none is left; returns what could not be written, a line each. */
export function fixAll(check: () => readonly Finding[]): string[] {
  for (let round = 0; round < rounds; round++) {
    const fixes = check().flatMap((finding) => finding.fixes?.filter((fix) => fix.safe).slice(0, 1) ?? []);
    if (fixes.length === 0) return [];
    const problems: string[] = [];
    for (const [path, edits] of editsThatFit(fixes)) {
      try {
        replaceFile(path, applyEdits(readFileSync(path, 'utf8'), edits));
      } catch (error) {
        problems.push(`${path} could not be mended: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    if (problems.length > 0) return problems;
  }
  return [];
}
