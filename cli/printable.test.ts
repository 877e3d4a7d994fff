import { expect, it } from 'vitest';
import { text } from '../core/text/text.ts';
import { entries } from './report/report.ts';
import { textReport } from './report/text.ts';
import { failureLines } from './run/summary.ts';
import { styleFor } from './style.ts';

const plain = styleFor({}, {});
const title = '\u001b]0;title\u0007';

it('lets no control character of a file into a report', () => {
  const finding = {
    path: '/a.dig',
    start: 0,
    end: 1,
    rule: 'x',
    severity: 'error' as const,
    message: text('Bad {0}', title),
  };
  const report = {
    files: 1,
    entries: entries(
      [finding],
      (path) => path,
      () => `${title}\n`,
    ),
  };
  for (const control of ['\u001b', '\u0007']) expect(textReport(report, plain)).not.toContain(control);
  expect(textReport(report, plain)).toContain('Bad \\x1b]0;title\\x07');
});

it('lets no control character of a server into the failures of a run', () => {
  const task = { id: 1, name: '+main+a', group: false };
  const finished = { errors: [{ task, message: `HTTP 4XX ${title}` }] } as unknown as Parameters<
    typeof failureLines
  >[0];
  expect(failureLines(finished, plain, (path) => path)).toBe('error: +main+a: HTTP 4XX \\x1b]0;title\\x07\n');
});
