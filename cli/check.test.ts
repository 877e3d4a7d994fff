import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { printedByTests } from '../test/support/printed.ts';
import { main } from './main.ts';

const printed = printedByTests();
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digkit-check-'));
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const good = '+a:\n  echo>: x\n';
const broken = '+a:\n  _disable: yes\n  echo>: x\n';

function write(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

async function check(...args: string[]): Promise<number> {
  process.exitCode = undefined;
  printed.clear();
  return main(['check', ...args]);
}

describe('exit codes', () => {
  it('0: nothing worse than a hint', async () => {
    write('main.dig', `schedule:\n  daily>: 07:00:00\n${good}`);
    expect(await check()).toBe(0);
    expect(printed.out).toContain('hint: This schedule counts in UTC');
  });

  it.each([broken, '+a:\n  echoo>: x\n'])('1: %j', async (text) => {
    write('sub/main.dig', text);
    expect(await check(folder)).toBe(1);
    expect(printed.errors).toBe('');
  });

  it('2: something could not be checked, whatever else was found', async () => {
    write('main.dig', good);
    expect(await check('none.dig', 'main.dig')).toBe(2);
    expect([printed.errors, printed.out]).toEqual([
      expect.stringContaining('none.dig does not exist'),
      expect.stringContaining('1 file'),
    ]);
    mkdirSync(join(folder, 'empty'));
    for (const args of [
      ['empty'],
      ['--format', 'xml'],
      ['--severity', 'nope=off'],
      ['--severity', 'disable=loud'],
      ['--no'],
    ])
      expect(await check(...args)).toBe(2);
  });
});

describe('what is printed', () => {
  beforeEach(() => write('main.dig', `${good}+b:\n  _disable: yes\n  echo>: x\n`));

  it('text, with the line', async () => {
    await check();
    expect(printed.out).toMatch(
      /^main\.dig:4:13: error: Expected 'true' or 'false' .*\(disable\)\n {2}4 \| {3}_disable: yes\n {4}\| {13}\^\^\^\n/,
    );
    expect(printed.out).toMatch(/1 error, 0 warnings: 1 file checked\. 1 problem can be mended by --fix\.\n$/);
  });

  it('JSON', async () => {
    await check('--format', 'json');
    expect(JSON.parse(printed.out)).toEqual({
      version: 1,
      files: 1,
      findings: [
        {
          path: 'main.dig',
          rule: 'disable',
          severity: 'error',
          message: expect.stringContaining('_disable'),
          start: { line: 4, column: 13 },
          end: { line: 4, column: 16 },
          fixable: true,
        },
      ],
    });
  });

  it('annotations of GitHub', async () => {
    await check('--format', 'github');
    expect(printed.out).toMatch(
      /^::error file=main\.dig,line=4,endLine=4,col=13,endColumn=16,title=digkit disable::Expected [^\n]*\n$/,
    );
  });

  it('SARIF, with all that its schema and code scanning ask for', async () => {
    write('日 本/b.dig', '+c:\n  echoo>: x\n');
    await check('--format', 'sarif');
    const sarif = JSON.parse(printed.out);
    expect(Object.keys(sarif).sort()).toEqual(['$schema', 'runs', 'version']);
    expect(sarif.version).toBe('2.1.0');
    const [run] = sarif.runs;
    expect(run.columnKind).toBe('utf16CodeUnits');
    const { driver } = run.tool;
    expect(driver).toMatchObject({ name: 'digkit', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
    for (const rule of driver.rules) {
      expect(rule).toEqual({
        id: expect.any(String),
        shortDescription: { text: expect.any(String) },
        help: { text: expect.any(String) },
      });
    }
    expect(run.results).toHaveLength(2);
    for (const { ruleId, level, message, locations, ...more } of run.results) {
      expect(driver.rules.map(({ id }: { id: string }) => id)).toContain(ruleId);
      expect(['error', 'warning', 'note']).toContain(level);
      expect(message).toEqual({ text: expect.stringMatching(/\S/) });
      expect(more).toEqual({});
      const [{ physicalLocation, ...others }, ...rest] = locations;
      expect([others, rest, Object.keys(physicalLocation)]).toEqual([{}, [], ['artifactLocation', 'region']]);
      expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w.%/-]+$/);
      const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
      expect(
        [startLine, startColumn, endLine, endColumn].every((number) => Number.isInteger(number) && number > 0),
      ).toBe(true);
      expect(endLine > startLine || (endLine === startLine && endColumn >= startColumn)).toBe(true);
    }
  });
});

it('--severity changes what a rule counts for, and switches it off', async () => {
  write('main.dig', '+a:\n  echoo>: x\n+b:\n  _disable: yes\n  echo>: x\n');
  expect(await check('--severity', 'unknown-operator=hint', '--severity', 'disable=off')).toBe(0);
  expect(printed.out).toContain('hint: Digdag has no operator echoo>');
  expect(printed.out).not.toContain('disable');
});

it('--fix mends what is safe, tells what it mended, and reports what is left', async () => {
  const path = write('main.dig', `${broken}+b:\n  echoo>: x\n`);
  expect(await check('--fix')).toBe(1);
  expect(printed.errors).toBe('digkit check: mended main.dig\n');
  expect(readFileSync(path, 'utf8')).toBe('+a:\n  _disable: true\n  echo>: x\n+b:\n  echoo>: x\n');
  expect(printed.out).toContain('0 errors, 1 warning');
});

describe('a folder that is not as it should be', () => {
  it('with circles of links, of files and of folders', async () => {
    write('main.dig', '+a:\n  call>: sub/child\n+b:\n  td>: sub/circle/a.sql\n');
    write('sub/child.dig', good);
    symlinkSync(folder, join(folder, 'sub', 'circle'));
    symlinkSync(join(folder, 'b.dig'), join(folder, 'a.dig'));
    symlinkSync(join(folder, 'a.dig'), join(folder, 'b.dig'));
    symlinkSync(join(folder, 'gone'), join(folder, 'dangling.dig'));
    expect(await check()).toBe(1);
    expect(printed.out).toMatch(/missing-file[\s\S]*1 error, 0 warnings: 2 files checked/);
  });

  it.skipIf(process.platform === 'win32')('with a pipe and a folder where files should be', async () => {
    write('main.dig', '_export:\n  !include : pipe.yml\n+a:\n  td>: folder.sql\n+b:\n  call>: folder\n');
    execFileSync('mkfifo', [join(folder, 'pipe.yml'), join(folder, 'pipe.dig')]);
    mkdirSync(join(folder, 'folder.dig'));
    mkdirSync(join(folder, 'folder.sql'));
    expect(await check()).toBe(1);
    expect(printed.out).toMatch(/include-file[\s\S]*2 files|1 file checked/);
    expect(await check('pipe.dig')).toBe(2);
  });

  it('with thousands of other files', async () => {
    write('main.dig', good);
    for (let index = 0; index < 3000; index++) writeFileSync(join(folder, `data-${index}.csv`), '');
    expect(await check()).toBe(0);
    expect(existsSync(join(folder, 'data-2999.csv'))).toBe(true);
  });
});
