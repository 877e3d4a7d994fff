import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runDig as run } from '../../test/support/runDig.ts';

const unix = describe.skipIf(process.platform === 'win32');

unix('a process of a task', () => {
  it('writes to stdout and stderr in one order, also by their names', async () => {
    const script = 'for n in 1 2 3; do echo out$n; echo err$n >&2; done; echo name | tee /dev/stderr > /dev/stdout';
    const finished = await run(`+a:\n  sh>: ${script}\n`);
    expect(finished.output).toBe('out1\nerr1\nout2\nerr2\nout3\nerr3\nname\nname\n');
  });

  it('has its output for itself when others ran before it and run beside it', async () => {
    const tasks = Array.from(
      { length: 12 },
      (_, n) => `  +t${n}:\n    sh>: echo ${n}; sleep 0.0${n % 3}; echo ${n} >&2\n`,
    );
    const finished = await run(
      `+first:\n  sh>: echo first\n+all:\n  _parallel: true\n${tasks.join('')}+last:\n  sh>: echo last\n`,
    );
    const count = new Map<string, number>();
    for (const line of finished.output.trimEnd().split('\n')) count.set(line, (count.get(line) ?? 0) + 1);
    expect(finished.success).toBe(true);
    expect([...count.values()]).toEqual(Array.from(count.keys(), (line) => (line.length > 2 ? 1 : 2)));
    expect(count.size).toBe(14);
  });

  it('waits for what it has left behind, as long as that holds its output', async () => {
    const finished = await run('+a:\n  sh>: (sleep 0.3; echo late) & echo early\n+b:\n  sh>: echo next\n');
    expect(finished.output).toBe('early\nlate\nnext\n');
  });

  it('has a stdin that is open and never gets anything', async () => {
    const finished = await run('+a:\n  sh>: "{ timeout 0.2 cat; echo $?; timeout 0.2 cat /dev/stdin; echo $?; }"\n');
    expect(finished.output).toBe('124\n124\n');
  });

  it('that cannot be started is told in the words of Java', async () => {
    const params = { big: 'x'.repeat(200_000) };
    const dig = '+a:\n  sh>: "true"\n  _error:\n    _export: {big: ""}\n    echo>: ${error.message}\n';
    const finished = await run(dig, { params: new Map(Object.entries(params)) });
    expect(finished.output).toMatch(/^java\.io\.IOException: Cannot run program "\/bin\/sh"/);
    expect(finished.errors[0]?.message).toMatch(
      /^Cannot run program "\/bin\/sh" \(in directory ".*"\): error=7, Argument list too long \(runtime\)$/,
    );
  });

  it('that has left its group does not keep a stopped run waiting', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const started = Date.now();
    await run('+a:\n  sh>: setsid sleep 15 & wait\n', {}, controller.signal);
    expect(Date.now() - started).toBeLessThan(12_000);
  });

  it('leaves nothing behind in the folder of temporary files', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'digkit-test-'));
    vi.stubEnv('TMPDIR', folder);
    try {
      const finished = await run('+a:\n  sh>: ls -A "$TMPDIR"; ls -A "$TMPDIR"/*\n');
      expect(finished.output).toMatch(/^digkit-processes-(?:.|\n)*\bpipe-0\n/);
      expect(readdirSync(folder).filter((name) => name.startsWith('digkit-processes-'))).toEqual([]);
      expect(readdirSync(finished.projectDirectory)).toEqual(['.digdag', 'main.dig']);
      expect(readdirSync(join(finished.projectDirectory, '.digdag', 'tmp'))).toEqual([]);
    } finally {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true });
    }
  });
});
