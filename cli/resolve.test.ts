import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printedByTests } from '../test/support/printed.ts';
import { main } from './main.ts';

const printed = printedByTests();
let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'digkit-resolve-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  mkdirSync(join(directory, 'sub'), { recursive: true });
  writeFileSync(join(directory, name), text);
  return join(directory, name);
}

describe('digkit resolve', () => {
  it('prints the workflow as it would run', async () => {
    const file = write('main.dig', "+a:\n  echo>: '${session_date} ${n} ${m}'\n");
    const params = write('p.yml', 'n: file\nm: file\n');
    expect(await main(['resolve', file, '--session', '2026-01-31', '-P', params, '-p', 'm=named'])).toBe(0);
    expect(printed.out).toContain('in the session 2026-01-31T00:00:00+00:00 (UTC) with p.yml');
    expect(printed.out).toContain('echo>: "2026-01-31 file named"');
  });

  it('prints one task, and needs it to be one', async () => {
    const file = write('main.dig', '+a:\n  echo>: a\n+g:\n  +a:\n    echo>: b\n');
    expect(await main(['resolve', file, '+g+a'])).toBe(0);
    expect(printed.out).toContain('+main+g+a:\n  echo>: b\n');
    expect(printed.out).not.toContain('echo>: a\n');
    expect(await main(['resolve', file, '+a'])).toBe(2);
    expect(printed.errors).toContain('may mean any of +main+a, +main+g+a');
    expect(await main(['resolve', file, '+none'])).toBe(2);
  });

  it('ends with 1 where Digdag would fail', async () => {
    expect(await main(['resolve', write('main.dig', '+a:\n  echo>: ${none}\n')])).toBe(1);
    expect(printed.out).toContain(
      '# error: Failed to evaluate a variable ${none} (ReferenceError: none is not defined)',
    );
    expect(await main(['resolve', write('main.dig', '+a:\n  echo>: a\n  sh>: b\n')])).toBe(1);
    expect(printed.errors).toContain('more than one operator');
  });

  it('ends with 2 where there is nothing to resolve', async () => {
    expect(await main(['resolve', join(directory, 'none.dig')])).toBe(2);
    const file = write('main.dig', '+a:\n  echo>: a\n');
    expect(await main(['resolve', file, '--session', 'schedule'])).toBe(2);
    expect(printed.errors).toContain('schedule is not set to this workflow');
    expect(await main(['resolve', file, '--session', 'tomorrow'])).toBe(2);
    expect(await main(['resolve', file, '-P', 'none.yml'])).toBe(2);
  });
});
