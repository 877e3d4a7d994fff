import { type CheckOptions, checkFile } from '../../core/check.ts';
import { applyEdits } from '../../core/rules/applyEdits.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { render } from '../../core/text/text.ts';
import { memoryFileSystem } from './memoryFileSystem.ts';

/** The findings of /p/main.dig with this text, beside other files of its project. */
export function findingsOf(text: string, files: Record<string, string> = {}, options: CheckOptions = {}): Finding[] {
  const fs = memoryFileSystem({ '/p/main.dig': text, ...files });
  return [...(checkFile(fs, '/p/main.dig', options)?.findings ?? [])];
}

/** Each finding as `rule: the text that it marks`, so that a test shows what and where at a glance. */
export function marks(text: string, files: Record<string, string> = {}, options: CheckOptions = {}): string[] {
  const all: Record<string, string> = { '/p/main.dig': text, ...files };
  return findingsOf(text, files, options).map(({ rule, path, start, end }) => {
    const file = path === '/p/main.dig' ? '' : `${path} `;
    return `${file}${rule}: ${(all[path] ?? '').slice(start, end)}`;
  });
}

/** The messages in English. */
export function messages(text: string, files: Record<string, string> = {}): string[] {
  return findingsOf(text, files).map(({ message }) => render(message));
}

/** The text after the fix of the first finding whose title holds some words. */
export function fixed(text: string, title: string, files: Record<string, string> = {}): string | undefined {
  const fixes = findingsOf(text, files).flatMap((finding) => finding.fixes ?? []);
  const fix = fixes.find((candidate) => render(candidate.title).includes(title));
  return fix && applyEdits(text, fix.edits);
}
