import { render } from '../text/text.ts';
import type { Finding } from './finding.ts';

/** By path, then place, then rule: the same files always give the same list. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.path, b.path) ||
    a.start - b.start ||
    a.end - b.end ||
    compareText(a.rule, b.rule) ||
    compareArgs(a, b)
  );
}

function compareArgs(a: Finding, b: Finding): number {
  return compareText(render(a.message), render(b.message));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorted, each once: workflows that include one file find the same in it, and what an anchor holds is met again at each alias. */
export function uniqueFindings(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort(compareFindings);
  return sorted.filter((finding, index) => {
    const before = sorted[index - 1];
    return !before || compareFindings(before, finding) !== 0 || before.message.template !== finding.message.template;
  });
}
