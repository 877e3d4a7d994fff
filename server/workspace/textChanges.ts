import type { TextChange } from '../../core/yaml/update.ts';

/** Two changes, one behind the other, as one. */
export function mergeChanges(first: TextChange, second: TextChange): TextChange {
  const firstEnd = first.start + first.newLength;
  const start = Math.min(first.start, second.start);
  const grown = first.newLength - (first.end - first.start);
  const end = second.end > firstEnd ? second.end - grown : first.end;
  const added = second.newLength - (second.end - second.start);
  return { start, end, newLength: Math.max(firstEnd, second.end) - start + added };
}
