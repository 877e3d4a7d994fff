import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ReceivedRequest, RecordingServer } from '../test/conformance/http/server.ts';
import { printedByTests } from '../test/support/printed.ts';
import { register } from './preview.ts';

const printed = printedByTests();
let received: ReceivedRequest[] = [];
const server = new RecordingServer('HOST', (request) => received.push(request));
const project = mkdtempSync(join(tmpdir(), 'digkit-preview-'));

beforeAll(() => server.listen());
afterEach(() => {
  received = [];
});
afterAll(async () => {
  await server.close();
  rmSync(project, { recursive: true });
});

/** Runs the command on main.dig, which calls the server, and gives what it printed. */
async function preview(
  ...given: (string | Record<string, string>)[]
): Promise<{ code: unknown; out: string; error: string }> {
  const post = `+t:\n  http_call>: http://127.0.0.1:${server.port}/wf\n  method: POST\n  headers: [{Authorization: "Bearer x"}]\n`;
  writeFileSync(join(project, 'main.dig'), post);
  writeFileSync(join(project, 'get.dig'), `+t:\n  http_call>: http://127.0.0.1:${server.port}/wf\n  retry: false\n`);
  writeFileSync(join(project, 'open.dig'), '+t:\n  http_call>: http://h/${x}\n');
  writeFileSync(join(project, 'echo.dig'), '+t:\n  echo>: x\n');
  mkdirSync(join(project, 'folder'), { recursive: true });
  const args = given.filter((one) => typeof one === 'string');
  for (const files of given.filter((one) => typeof one !== 'string'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  printed.clear();
  const program = new Command().exitOverride();
  register(program);
  const [file = '', ...rest] = args;
  await program.parseAsync(['preview', join(project, file), ...rest], { from: 'user' });
  return { code: process.exitCode, out: printed.out, error: printed.errors };
}

const yaml = { headers: { 'Content-Type': 'application/x-yaml' } };

describe('digkit preview', () => {
  it('sends with --yes, and prints the request, the answer, the verdict, the tasks and the workflow', async () => {
    server.routes = { '/wf': { ...yaml, body: '+c:\n  sh>: "ls \\e[2J"\n' } };
    const { code, out } = await preview('main.dig', '--yes');
    expect(code).toBe(0);
    expect(out).toContain(`POST http://127.0.0.1:${server.port}/wf`);
    expect(out).toContain('Authorization: Bearer ***');
    expect(out).toContain('HTTP 200 Reason · application/x-yaml · 22 bytes');
    expect(out).toContain('Digdag would take this answer and run 1 task under +main+t^sub.');
    expect(out).toContain('+main+t^sub+c  sh>: ls \\x1b[2J  (runs a command)');
  });

  it('sends nothing without a terminal to ask, with --dry-run and with --curl', async () => {
    const asked = await preview('main.dig');
    expect([asked.code, asked.error]).toEqual([1, expect.stringContaining('Use --yes to send')]);
    expect((await preview('main.dig', '--dry-run')).code).toBe(0);
    expect((await preview('main.dig', '--curl')).out).toMatch(/^curl --request POST/);
    expect(received).toEqual([]);
  });

  it('lets nothing of an answer command the terminal', async () => {
    const body = '"+c\\e[2J":\n  echo>: "\\e]0;x\\a\\x9b2J"\n+d:\n  "x\\e[2J>": y\n';
    server.routes = { '/wf': { ...yaml, body, headers: { ...yaml.headers, 'X-A': '\u009b2J' }, reason: '\u009b2J' } };
    for (const options of [[], ['--json']]) {
      const { out, error } = await preview('get.dig', '--yes', ...options);
      expect(out).toContain('2J');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
      expect(out + error).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });

  it('takes secrets from where digkit run takes them', async () => {
    const secret = '+t:\n  http>: http://h/\n  headers: [{X: "${secret:a.b}"}]\n';
    const missing = await preview('secret.dig', '--dry-run', { 'secret.dig': secret });
    expect([missing.code, missing.error]).toEqual([2, expect.stringContaining('the variable DIGKIT_SECRET_A_B')]);
    vi.stubEnv('DIGKIT_SECRET_A_B', 'of-a-variable');
    try {
      const shown = await preview('secret.dig', '--curl', '--show-secrets', { 'secret.dig': secret });
      expect(shown.out).toContain('X: of-a-variable');
      expect((await preview('secret.dig', '--curl')).out).toContain('X: ***');
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('prints one JSON object', async () => {
    server.routes = { '/wf': { status: 401, body: 'who?' } };
    const { code, out } = await preview('main.dig', '--yes', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ task: '+main+t', response: { status: 401 }, verdict: { kind: 'failed' } });
  });

  it.each([
    [{ status: 500, body: 'down' }, 'Digdag would fail: HTTP 5XX Server Error'],
    [{ close: true }, 'The server ended the connection without an answer.'],
    [{ body: 'x'.repeat(3_000_000) }, 'Digdag reads at most 2 MiB of an answer'],
    [{ headers: { 'Content-Type': 'text/html' }, body: '<html>' }, 'The answer is a web page'],
    [{ ...yaml, body: '+c: [\n' }, 'while parsing a flow node'],
  ])('says what is wrong with an answer', async (behaviour, message) => {
    server.routes = { '/wf': behaviour };
    const { code, out } = await preview('get.dig', '--yes');
    expect([code, out]).toEqual([1, expect.stringContaining(message)]);
  });

  it.each([
    ['none.dig', 'does not exist'],
    ['folder', 'is a folder'],
    ['echo.dig', 'has no http_call> and no http> task'],
    ['open.dig', '${x}: set it with -p x=…'],
  ])('says what is missing of %s', async (file, message) => {
    const { code, error } = await preview(file, '--yes');
    expect([code, error]).toEqual([2, expect.stringContaining(message)]);
  });
});
