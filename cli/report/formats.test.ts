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
