import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type CodeAction, type CompletionItem, LSPErrorCodes } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { nodeFileSystem } from '../../host/nodeFileSystem.ts';
import { Places } from './places.ts';
import { questions } from './questions.ts';
import { TestConnection } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

const deep = 10_000;
const megabyte = 1024 * 1024;
/** What stands for the findings of a file that are too many to be told. */
const more = '…';
const numbered = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, at) => line(at));

/** Each with the rules of its findings. */
const texts: Readonly<Record<string, readonly [text: string, ...rules: string[]]>> = {
  'aliases that double': [
    `a: &a0 [x]\n${numbered(40, (n) => `b${n}: &a${n + 1} [*a${n}, *a${n}]\n`).join('')}`,
    'yaml',
  ],
  'tasks that double': [
    `+a: &a0 {echo>: x}\n${numbered(40, (n) => `+b${n}: &a${n + 1} {+x: *a${n}, +y: *a${n}}\n`).join('')}`,
    'yaml',
  ],
  'a list that is used thousands of times': [`a: &a [${'x, '.repeat(5000)}]\nb: [${'*a, '.repeat(5000)}]\n`, 'yaml'],
  'a map that merges what is around it': ['x: &x\n  y:\n    <<: *x\n', 'top-level-key', 'yaml'],
  'lists in lists': ['['.repeat(deep), 'yaml'],
  'maps in maps': [`${'{a: '.repeat(deep)}1${'}'.repeat(deep)}`, 'yaml'],
  'tasks in tasks': [`${'{+a: '.repeat(deep)}{echo>: x}${'}'.repeat(deep)}`, 'too-many-tasks', 'yaml'],
  'tasks in tasks, as deep as Digdag takes them': [
    `${'{+a: '.repeat(1000)}{echo>: x}${'}'.repeat(1000)}`,
    'too-many-tasks',
  ],
  'bodies in bodies': [`+a: ${'{loop>: 1, _do: '.repeat(300)}{echo>: x}${'}'.repeat(300)}`],
  'blocks in blocks': [numbered(3000, (n) => `${' '.repeat(n)}+a:\n`).join(''), 'yaml'],
  'keys in keys': ['? '.repeat(deep), 'yaml'],
  'a line of ten megabytes': [`+a:\n  echo>: ${'x '.repeat(5 * megabyte)}\n`],
  'a comment of a megabyte': [`#${' '.repeat(megabyte)}\n+a:\n  echo>: x\n`],
  'a key of a megabyte': [`${'k'.repeat(megabyte)}: 1\n`, 'yaml'],
  'a megabyte of quotes': ['"'.repeat(megabyte), 'yaml'],
  'a megabyte of tabs': ['\t'.repeat(megabyte), 'yaml'],
  'a megabyte of empty lines': ['\n'.repeat(megabyte), 'not-a-map'],
  'expressions that are never closed': [`+a:\n  echo>: ${'${'.repeat(megabyte)}\n`, 'unclosed-expression'],
  'brackets in an expression': [
    `+a:\n  echo>: '\${${'['.repeat(20_000)}${']'.repeat(20_000)}}'\n`,
    'expression-syntax',
  ],
  'comments in a comment': [
    `${'# digkit-disable-next-line x '.repeat(20_000)}\n+a:\n  echo>: x\n`,
    'unused-suppression',
  ],
  'comments on each line': [
    numbered(5000, (n) => `# digkit-disable-next-line yaml\n+a${n}: {echo>: x}\n`).join(''),
    'too-many-tasks',
    'unused-suppression',
    more,
  ],
  'one key again and again': ['+a:\n  echo>: x\n'.repeat(2000), 'duplicate-key', more],
  'one include again and again': ['!include : x.yml\n'.repeat(2000)],
  'an empty first line, and a fault below': ['\n+a:\n  g\n  echo>: x\n', 'yaml'],
  'half a character': ['+a:\n  !include : "\\ud83d"\n  echo>: \ud83d\n', 'include-file', 'yaml'],
};

describe('any text is answered', () => {
  it.each(Object.entries(texts))(
    '%s',
    async (_, [text, ...rules]) => {
      connection = new TestConnection({ files: { 'x.yml': 'a: 1\n' } });
      const uri = await connection.open('main.dig', text);
      const places = new Places(uri, text);
      const found = await connection.diagnostics(uri);
      expect([...new Set(found.map(({ code }) => code ?? more))]).toEqual(rules);
      expect(places.outside(found)).toEqual([]);
      const params = { textDocument: { uri }, position: { line: 1, character: 3 } };
      for (const [method, asked] of Object.entries(questions)) {
        const answer = await connection.request(`textDocument/${method}`, { ...params, ...asked }).catch(declined);
        expect(places.outside(answer), method).toEqual([]);
      }
    },
    120_000,
  );
});

/** What cannot be done there is said in words; anything else is a fault of the server. */
function declined(error: unknown): null {
  expect(error).toMatchObject({ code: LSPErrorCodes.RequestFailed, message: expect.stringMatching(/\w/) });
  return null;
}

/** Each with what is offered at its end. Some answers once took a time that grew with the square or the cube of these. */
const many: Readonly<Record<string, readonly [text: string, offered: string]>> = {
  'the innermost of bodies below bodies': [
    `+a:\n${numbered(600, (n) => `${' '.repeat(n + 1)}loop>: 1\n${' '.repeat(n + 1)}_do:\n`).join('')}${' '.repeat(601)}echo>: x`,
    'Wrap in loop>',
  ],
  'the last of many keys with undefined variables': [
    `+t:\n  td>: {data: x}\n${numbered(4000, (n) => `  k${n}: \${unknown_${n}}\n`).join('')}  z: \${k1`,
    'k3999',
  ],
  'the last of many exports that read each other': [
    `_export:\n${numbered(2000, (n) => `  k${n}: \${unknown_${n}}\n`).join('')}  z: x`,
    'Add unknown_1999 to _export',
  ],
};

describe('the end of a text that holds very many of one thing is asked about', () => {
  it.each(Object.entries(many))(
    '%s',
    async (_, [text, offered]) => {
      connection = new TestConnection({ settings: { inlayHints: 'on' } });
      const uri = await connection.open('main.dig', text);
      const places = new Places(uri, text);
      const lines = text.split('\n');
      const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
      const range = { start: { line: 0, character: 0 }, end };
      const ask = async <R>(method: keyof typeof questions & string): Promise<R> => {
        const params = { textDocument: { uri }, position: end, ...questions[method], range };
        const answer = await connection.request<R>(`textDocument/${method}`, params);
        expect(places.outside(answer), method).toEqual([]);
        return answer;
      };
      for (const method of ['signatureHelp', 'hover', 'inlayHint']) await ask(method);
      const items = await ask<CompletionItem[]>('completion');
      const actions = await ask<CodeAction[]>('codeAction');
      expect([...items.map(({ label }) => label), ...actions.map(({ title }) => title)]).toContain(offered);
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
