import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PreviewWorld } from '../../test/support/previewWorld.ts';
import { curlCommand } from './curl.ts';
import { showRequest } from './shown.ts';

const request = { method: 'POST', url: 'http://h/x?a=1', headers: [], body: 'b', proxy: undefined };

describe('curlCommand', () => {
  it('quotes for a shell', () => {
    expect(curlCommand({ ...request, headers: [['X', "it's $x"]] }, true)).toBe(
      "curl --request POST \\\n  'http://h/x?a=1' \\\n  --compressed \\\n  --header 'X: it'\\''s $x' \\\n  --header Accept: \\\n  --data-raw b \\\n  --insecure",
    );
  });

  it('gives a terminal no control characters to obey', () => {
    const command = curlCommand({ ...request, body: "a\u001b[2J\u009b'\\" }, false);
    expect(command).toContain(String.raw`--data-raw $'a\x1b[2J\u009b\'\\'`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
    expect(command).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

const hasCurl = spawnSync('curl', ['--version']).status === 0 && spawnSync('bash', ['--version']).status === 0;

describe.skipIf(!hasCurl)('curl itself', () => {
  const world = new PreviewWorld();
  beforeAll(() => world.open());
  afterEach(() => world.forget());
  afterAll(() => world.close());

  it.each([
    ['a body that looks like a file', 'method: POST\n  content: "@/etc/passwd"'],
    ['a body of lines', 'method: PUT\n  content: {a: "x\\ny", b: "\'"}\n  headers: [{X-A: "$(id)"}, {X-A: "`id`"}]'],
    ['headers that curl has its own of', 'headers: [{Accept: text/plain}, {Host: other.test}, {User-Agent: x}]'],
    ['an address with brackets and dots', 'query: {"[1-3]": "{a,b}"}'],
    ['control characters', 'method: POST\n  content: "\\e[2J\\x7f"'],
  ])('sends the very request of the preview: %s', async (_, options) => {
    const { wire } = await world.ready(`+t:\n  http>: http://HOST/a/../b\n  ${options}\n`);
    if (!wire) throw new Error('no request');
    const sent = await world.sent(`+t:\n  http>: http://HOST/a/../b\n  ${options}\n`, {});
    expect(sent.verdict.kind).toBe('accepted');
    await promisify(execFile)('bash', [
      '-c',
      `${curlCommand(showRequest(wire, undefined), false)} --silent --noproxy '*'`,
    ]);
    const [ours, curls, ...more] = world.received;
    expect(more).toEqual([]);
    expect([curls?.method, curls?.target, curls?.body.toString()]).toEqual([
      ours?.method,
      ours?.target,
      ours?.body.toString(),
    ]);
    const sorted = (headers: typeof ours) => headers?.headers.map(([name, value]) => `${name}: ${value}`).sort();
    expect(sorted(curls)).toEqual(sorted(ours));
  });
});
