import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ResponseError } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { nodeFileSystem } from '../../host/nodeFileSystem.ts';
import { questions } from './questions.ts';
import { TestConnection } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

const deep = 10_000;
const megabyte = 1024 * 1024;
const numbered = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, at) => line(at));

const texts: Readonly<Record<string, string>> = {
  'aliases that double': `a: &a0 [x]\n${numbered(40, (n) => `b${n}: &a${n + 1} [*a${n}, *a${n}]\n`).join('')}`,
  'tasks that double': `+a: &a0 {echo>: x}\n${numbered(40, (n) => `+b${n}: &a${n + 1} {+x: *a${n}, +y: *a${n}}\n`).join('')}`,
  'a list that is used thousands of times': `a: &a [${'x, '.repeat(5000)}]\nb: [${'*a, '.repeat(5000)}]\n`,
  'a map that merges what is around it': 'x: &x\n  y:\n    <<: *x\n',
  'lists in lists': '['.repeat(deep),
  'maps in maps': `${'{a: '.repeat(deep)}1${'}'.repeat(deep)}`,
  'tasks in tasks': `${'{+a: '.repeat(deep)}{echo>: x}${'}'.repeat(deep)}`,
  'tasks in tasks, as deep as Digdag takes them': `${'{+a: '.repeat(1000)}{echo>: x}${'}'.repeat(1000)}`,
  'bodies in bodies': `+a: ${'{loop>: 1, _do: '.repeat(300)}{echo>: x}${'}'.repeat(300)}`,
  'blocks in blocks': numbered(3000, (n) => `${' '.repeat(n)}+a:\n`).join(''),
  'keys in keys': '? '.repeat(deep),
  'a line of ten megabytes': `+a:\n  echo>: ${'x '.repeat(5 * megabyte)}\n`,
  'a comment of a megabyte': `#${' '.repeat(megabyte)}\n+a:\n  echo>: x\n`,
  'a key of a megabyte': `${'k'.repeat(megabyte)}: 1\n`,
  'a megabyte of quotes': '"'.repeat(megabyte),
  'a megabyte of tabs': '\t'.repeat(megabyte),
  'a megabyte of empty lines': '\n'.repeat(megabyte),
  'expressions that are never closed': `+a:\n  echo>: ${'${'.repeat(megabyte)}\n`,
  'brackets in an expression': `+a:\n  echo>: '\${${'['.repeat(20_000)}${']'.repeat(20_000)}}'\n`,
  'comments in a comment': `${'# digkit-disable-next-line x '.repeat(20_000)}\n+a:\n  echo>: x\n`,
  'comments on each line': numbered(5000, (n) => `# digkit-disable-next-line yaml\n+a${n}: {echo>: x}\n`).join(''),
  'one key again and again': '+a:\n  echo>: x\n'.repeat(2000),
  'one include again and again': '!include : x.yml\n'.repeat(2000),
  'an empty first line, and a fault below': '\n+a:\n  g\n  echo>: x\n',
  'half a character': '+a:\n  !include : "\\ud83d"\n  echo>: \ud83d\n',
};

describe('any text is answered', () => {
  it.each(Object.entries(texts))(
    '%s',
    async (_, text) => {
      connection = new TestConnection({ files: { 'x.yml': 'a: 1\n' } });
      const uri = await connection.open('main.dig', text);
      await connection.diagnostics(uri);
      const params = { textDocument: { uri }, position: { line: 1, character: 3 } };
      for (const [method, more] of Object.entries(questions)) {
        const answer = connection.request(`textDocument/${method}`, { ...params, ...more });
        await answer.catch((error: unknown) => expect(error).toBeInstanceOf(ResponseError));
      }
    },
    120_000,
  );
});

/** Of these, some answers once took a time that grew with their square or their cube. */
const many: Readonly<Record<string, string>> = {
  'the innermost of bodies below bodies': `+a:\n${numbered(600, (n) => `${' '.repeat(n + 1)}loop>: 1\n${' '.repeat(n + 1)}_do:\n`).join('')}${' '.repeat(601)}echo>: x`,
  'the last of many keys with undefined variables': `+t:\n  td>: {data: x}\n${numbered(4000, (n) => `  k${n}: \${unknown_${n}}\n`).join('')}  z: \${k1`,
  'the last of many exports that read each other': `_export:\n${numbered(2000, (n) => `  k${n}: \${unknown_${n}}\n`).join('')}  z: x`,
};

describe('the end of a text that holds very many of one thing is asked about', () => {
  it.each(Object.entries(many))(
    '%s',
    async (_, text) => {
      connection = new TestConnection({ settings: { inlayHints: 'on' } });
      const uri = await connection.open('main.dig', text);
      const lines = text.split('\n');
      const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
      const range = { start: { line: 0, character: 0 }, end };
      const params = { textDocument: { uri }, position: end };
      for (const method of ['completion', 'signatureHelp', 'hover', 'inlayHint', 'codeAction'] as const) {
        await connection.request(`textDocument/${method}`, { ...params, ...questions[method], range });
      }
    },
    120_000,
  );
});

it('includes that go round in circles end', async () => {
  const files = { 'a.yml': '!include : b.yml\n', 'b.yml': '!include : c/c.yml\n', 'c/c.yml': '!include : c.yml\n' };
  connection = new TestConnection({ files });
  const uri = await connection.open('main.dig', '!include : a.yml\n!include : main.dig\n');
  const rules = (await connection.diagnostics(uri)).map(({ code }) => code);
  expect(new Set(rules)).toEqual(new Set(['yaml']));
});

it.skipIf(process.platform === 'win32')(
  'files of a disk may be pipes, circles of links, folders, and gone',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'digkit-hostile-'));
    const at = (...names: string[]) => join(folder, ...names);
    execFileSync('mkfifo', [at('pipe.sql')]);
    symlinkSync(folder, at('circle'));
    symlinkSync(at('two.sql'), at('one.sql'));
    symlinkSync(at('one.sql'), at('two.sql'));
    mkdirSync(at('folder.sql'));
    writeFileSync(at('there.sql'), 'select 1\n');
    const names = ['pipe', 'one', 'folder', 'circle/gone', 'there', 'circle/circle/there'];
    const text = names.map((name, index) => `+t${index}:\n  td>: ${name}.sql\n`).join('');
    connection = new TestConnection({ disk: nodeFileSystem });
    const uri = await connection.open(URI.file(at('main.dig')).toString(), text);
    const missing = async () => (await connection.diagnostics(uri)).map(({ range }) => range.start.line);
    expect(await missing()).toEqual([1, 3, 5, 7]);
    rmSync(folder, { recursive: true });
    await connection.change(uri, `${text}\n`);
    expect(await missing()).toEqual([1, 3, 5, 7, 9, 11]);
  },
);
