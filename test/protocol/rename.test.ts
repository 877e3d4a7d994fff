import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LSPErrorCodes, type WorkspaceEdit } from 'vscode-languageserver/node';
import { cursorText } from './cursor.ts';
import { TestConnection } from './testConnection.ts';

let connection: TestConnection;
beforeEach(() => {
  connection = new TestConnection({
    files: {
      'third.dig': '_export:\n  !include : part.dig\n+t:\n  echo>: ${shared}\n',
      'part.dig': 'shared: 1\n',
      'child.dig': '+c:\n  echo>: ${handed}\n',
    },
  });
});
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

/** The text after the renaming, or what is said against it. */
async function renamed(marked: string, newName: string): Promise<string> {
  const { text, position } = cursorText(marked);
  const uri = await connection.open('main.dig', text);
  try {
    const params = { textDocument: { uri }, position, newName };
    const edit = await connection.request<WorkspaceEdit>('textDocument/rename', params);
    expect(Object.keys(edit.changes ?? {})).toEqual([uri]);
    const lines = text.split('\n');
    for (const { range, newText } of (edit.changes?.[uri] ?? []).toReversed()) {
      const line = lines[range.start.line] ?? '';
      lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
    }
    return lines.join('\n');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('rename', () => {
  it('changes an anchor and its aliases', async () => {
    const text = '+a: &t\n  _export: {x: &u 1}\n  echo>: x\n+b: *|t\n';
    expect(await renamed(text, 'shared')).toBe('+a: &shared\n  _export: {x: &u 1}\n  echo>: x\n+b: *shared\n');
    expect(await renamed(text, 'u')).toContain('There is an anchor u already');
    expect(await renamed(text, 'a b')).toContain('cannot be the name of an anchor');
  });

  const parallel = '_parallel: true\n+a:\n  echo>: x\n"+b":\n  _after: ["+|a"]\n  echo>: x\n';

  it('changes tasks and the _after that name them', async () => {
    expect(await renamed(parallel, 'load')).toBe(
      '_parallel: true\n+load:\n  echo>: x\n"+b":\n  _after: ["+load"]\n  echo>: x\n',
    );
    expect(await renamed('"+|b":\n  echo>: x\n', '+c')).toBe('"+c":\n  echo>: x\n');
    expect(await renamed('+|b:\n  echo>: x\n', '1')).toBe("'+1':\n  echo>: x\n");
  });

  it('takes no task name that Digdag refuses, or that is there', async () => {
    expect(await renamed(parallel, '+b')).toContain('There is a task +b');
    expect(await renamed(parallel, 'my task')).toContain("must not contain character ' '");
    expect(await renamed(parallel, '')).toContain('Digdag takes no task');
  });

  it('changes a variable where it is defined and used, and not another of its name', async () => {
    const text = (name: string, mark = '') =>
      `_export: {${mark}${name}: x}\n+a:\n  echo>: \${${name} + '${'t'}'} \${v.t}\n+b:\n  _export: {t: y}\n  echo>: \${t}\n`;
    expect(await renamed(text('t', '|'), 'u')).toBe(text('u'));
    const loop = '+a:\n  for_each>: {color: [1, 2]}\n  _do:\n    echo>: ${|color}\n';
    expect(await renamed(loop, 'paint')).toBe(loop.replaceAll('color', 'paint').replace('|', ''));
  });

  it('does not change what a variable means', async () => {
    const text = '_export: {t: x, u: y}\n+a:\n  echo>: ${|t}\n';
    expect(await renamed(text, 'u')).toContain('There is a variable u already');
    expect(await renamed(text, 'yes')).toContain('cannot be the name of a variable');
    expect(await renamed(text, 'a-b')).toContain('cannot be the name of a variable');
    expect(await renamed(text, 'session_time')).toContain('Digdag itself or an operator reads session_time');
    expect(await renamed('_export: {|td: {database: x}}\n+a:\n  td>: q.sql\n', 'x')).toContain('an operator reads td');
    expect(await renamed('+a:\n  loop>: 2\n  _do:\n    echo>: ${|i}\n', 'x')).toContain('The operator defines i');
    expect(await renamed('+a:\n  echo>: ${|nothing}\n', 'x')).toContain('Nothing in this project defines nothing');
    expect(await renamed('_export: {|t: 1}\n+a:\n  echo>: "${t} \\x24{t}"\n', 'x')).toContain('escapes');
    expect(await renamed('_export: {|handed: 1}\n+a:\n  call>: child\n', 'x')).toContain('child.dig');
    expect(await renamed('+a:\n  ec|ho>: x\n', 'x')).toContain('Only tasks, variables, anchors and files');
  });

  it('goes over files that share the variable', async () => {
    const { text, position } = cursorText('sh|ared: 1\n');
    const uri = await connection.open('part.dig', text);
    const params = { textDocument: { uri }, position, newName: 'common' };
    const prepared = await connection.request('textDocument/prepareRename', params);
    expect(prepared).toMatchObject({
      placeholder: 'shared',
      range: { start: { character: 0 }, end: { character: 6 } },
    });
    const edit = await connection.request<WorkspaceEdit>('textDocument/rename', params);
    expect(Object.entries(edit.changes ?? {}).map(([file, edits]) => [file.split('/').at(-1), edits.length])).toEqual([
      ['part.dig', 1],
      ['third.dig', 1],
    ]);
  });

  it('refuses to rename in a text of before', async () => {
    const uri = await connection.open('main.dig', '+a:\n  echo>: x\n');
    const params = { textDocument: { uri }, position: { line: 0, character: 1 }, newName: 'b' };
    const stale = connection.request('textDocument/rename', params);
    const change = connection.change(uri, '# new\n+a:\n  echo>: x\n');
    await expect(stale).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    await change;
  });
});
