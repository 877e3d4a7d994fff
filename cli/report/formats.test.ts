import { expect, it } from 'vitest';
import type { Finding } from '../../core/rules/finding.ts';
import { text } from '../../core/text/text.ts';
import { styleFor } from '../style.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { entries } from './report.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

const source = '+a:\n\techo>: x\n';
const finding: Finding = {
  path: '/p/a b.dig',
  start: 5,
  end: 10,
  rule: 'some-rule',
  severity: 'error',
  message: text('Bad {0}: 100%,\nmend it', 'echo'),
};
const report = {
  files: 1,
  entries: entries(
    [finding],
    (path) => path.slice(3),
    () => source,
  ),
};
const plain = styleFor({ isTTY: true }, { NO_COLOR: '1' });

it('shows the line with a mark under the place, tabs kept', () => {
  expect(textReport(report, plain)).toBe(
    'a b.dig:2:2: error: Bad echo: 100%, (some-rule)\n    mend it\n  2 | \techo>: x\n    | \t^^^^^\n\n1 error, 0 warnings: 1 file checked.\n',
  );
});

it('says so when nothing was found', () => {
  expect(textReport({ files: 2, entries: [] }, plain)).toBe('No problems: 2 files checked.\n');
});

it('colours only where colours are wanted', () => {
  expect(textReport(report, styleFor({ isTTY: true }, {}))).toContain('\u001b[31merror\u001b[39m');
  expect(styleFor({}, {}).red('x')).toBe('x');
});

it('escapes what GitHub would read as its own signs', () => {
  expect(githubReport(report)).toBe(
    '::error file=a b.dig,line=2,endLine=2,col=2,endColumn=7,title=digkit some-rule::Bad echo: 100%25,%0Amend it\n',
  );
});

it('gives JSON and SARIF with places from 1 and URIs', () => {
  expect(JSON.parse(jsonReport(report)).findings[0]).toMatchObject({
    path: 'a b.dig',
    start: { line: 2, column: 2 },
    rule: 'some-rule',
  });
  const sarif = JSON.parse(
    sarifReport(
      report,
      [
        { id: 'some-rule', summary: 'S', docs: 'D' },
        { id: 'other', summary: 'O', docs: 'P' },
      ],
      '1.0.0',
    ),
  );
  expect(sarif.runs[0].tool.driver.rules).toEqual([
    { id: 'some-rule', shortDescription: { text: 'S' }, help: { text: 'D' } },
  ]);
  expect(sarif.runs[0].results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'a%20b.dig' },
    region: { startLine: 2, startColumn: 2, endLine: 2, endColumn: 7 },
  });
});

function shownOf(line: string, place: string, widest?: number): string[] {
  const start = line.indexOf(place);
  const found = { ...finding, start, end: start + place.length, message: text('M') };
  const made = {
    files: 1,
    entries: entries(
      [found],
      (path) => path,
      () => line,
    ),
  };
  return textReport(made, plain, widest).split('\n').slice(1, 3);
}

it('shows the part of a long line in which the place is', () => {
  const [excerpt = '', marks = ''] = shownOf(`${'x'.repeat(500)}HERE${'y'.repeat(500)}`, 'HERE', 60);
  expect(excerpt.length).toBeLessThanOrEqual(60);
  expect(excerpt).toMatch(/^ {2}1 \| … x+HERE(y+) …$/);
  expect(marks.indexOf('^^^^')).toBe(excerpt.indexOf('HERE'));
  expect(marks.trimEnd().length).toBe(excerpt.indexOf('HERE') + 4);
});

it('puts the mark below the place behind wide and control characters', () => {
  expect(shownOf('日本: HERE', 'HERE')).toEqual(['  1 | 日本: HERE', '    |       ^^^^']);
  expect(shownOf('\u0007: HERE', 'HERE')).toEqual(['  1 | \\x07: HERE', '    |       ^^^^']);
  expect(shownOf('a: 日本', '日本')).toEqual(['  1 | a: 日本', '    |    ^^^^']);
});

it('names files outside of the folder by whole URIs', () => {
  const entry = {
    ...report.entries[0],
    rule: 'x',
    severity: 'error',
    message: 'm',
    excerpt: '',
    fixable: false,
  } as const;
  const place = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  const uris = ['/a b/c.dig', 'C:/x/y.dig', 'x/y.dig'].map((path) => {
    const sarif = JSON.parse(sarifReport({ files: 1, entries: [{ ...entry, ...place, path }] }, [], '1.0.0'));
    return sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri;
  });
  expect(uris).toEqual(['file:///a%20b/c.dig', 'file:///C:/x/y.dig', 'x/y.dig']);
});
