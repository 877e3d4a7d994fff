import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  SelectionRange,
} from 'vscode-languageserver/node';
import { commands } from '../../server/protocol.ts';
import { cursorText } from './cursor.ts';
import { TestConnection, uriOf } from './testConnection.ts';

let connection: TestConnection;
beforeEach(() => {
  connection = new TestConnection({
    files: {
      'child.dig': '+c:\n  echo>: x\n',
      'part.yml': 'a: 1\n',
      'queries/q.sql': 'select 1',
      'scripts/load.sh': 'true',
      'tasks/daily.py': '',
    },
    initializationOptions: { commands: Object.values(commands) },
  });
});
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

describe('go to definition', () => {
  async function definition(marked: string): Promise<string[]> {
    const { text, position } = cursorText(marked);
    const uri = await connection.open('main.dig', text);
    const found = await connection.request<Location[]>('textDocument/definition', { textDocument: { uri }, position });
    return found.map((location) => `${location.uri.replace('file:///project/', '')}:${location.range.start.line}`);
  }

  it('finds workflows, included files, queries and scripts', async () => {
    expect(await definition('+a:\n  call>: ch|ild\n')).toEqual(['child.dig:0']);
    expect(await definition('+a:\n  require>: ch|ild\n')).toEqual(['child.dig:0']);
    expect(await definition('_export:\n  !include : pa|rt.yml\n')).toEqual(['part.yml:0']);
    expect(await definition('+a:\n  td>: queries/q|.sql\n')).toEqual(['queries/q.sql:0']);
    expect(await definition('+a:\n  sh>: scripts/l|oad.sh --all\n')).toEqual(['scripts/load.sh:0']);
    expect(await definition('+a:\n  py>: tasks.da|ily.run\n')).toEqual(['tasks/daily.py:0']);
  });

  it('finds variables, anchors and siblings', async () => {
    expect(await definition('_export:\n  t: x\n+a:\n  echo>: ${t|}\n')).toEqual(['main.dig:1']);
    expect(await definition('_export:\n  t: &x 5\n  u: *|x\n')).toEqual(['main.dig:1']);
    expect(await definition('_parallel: true\n+a:\n  echo>: x\n+b:\n  _after: [+|a]\n  echo>: x\n')).toEqual([
      'main.dig:1',
    ]);
  });
});

it('document links lead to the files that are there', async () => {
  const text = '!include : part.yml\n+a:\n  call>: child\n+b:\n  call>: nowhere\n';
  const uri = await connection.open('main.dig', text);
  const links = await connection.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
  expect(links.map(({ target }) => target)).toEqual([uriOf('part.yml'), uriOf('child.dig')]);
});

it('symbols are the tasks, also of half-typed text', async () => {
  const uri = await connection.open(
    'main.dig',
    '+g:\n  +a:\n    if>: ${x}\n    _do:\n      +b:\n        echo>: x\n+c:\n  sh',
  );
  const symbols = await connection.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  const shape = (list: DocumentSymbol[] = []): unknown =>
    list.map(({ name, detail, children }) => [name, detail, shape(children)]);
  expect(shape(symbols)).toEqual([
    ['+g', '', [['+a', 'if>', [['_do', '', [['+b', 'echo>', []]]]]]]],
    ['+c', '', []],
  ]);
});

describe('code lenses', () => {
  it('run and check a workflow, and preview its tasks that send requests', async () => {
    const text = '# jobs\n+a:\n  http_call>: https://x.test\n+b:\n  loop>: 1\n  _do:\n    http>: https://x.test\n';
    const uri = await connection.open('main.dig', text);
    const lenses = await connection.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    expect(lenses.map(({ range, command }) => [range.start.line, command?.command, command?.arguments])).toEqual([
      [1, commands.runWorkflow, [{ uri }]],
      [1, commands.runWithParameters, [{ uri }]],
      [1, commands.dryRun, [{ uri }]],
      [1, commands.checkProject, [{ uri }]],
      [1, commands.previewRemoteWorkflow, [{ uri }]],
      [1, commands.previewRemoteWorkflow, [{ uri, task: '+main+a' }]],
      [1, commands.runWorkflow, [{ uri, task: '+main+a' }]],
      [5, commands.sendRequest, [{ uri, task: '+main+b^sub' }]],
    ]);
  });

  it('preview a workflow that sends nothing itself but calls one that does', async () => {
    await connection.open('sender.dig', '+a:\n  http_call>: https://x.test\n');
    await connection.open('quiet.dig', '+a:\n  echo>: x\n');
    const shown = async (called: string): Promise<(string | undefined)[]> => {
      const uri = await connection.open('caller.dig', `+a:\n  call>: ${called}\n`);
      const lenses = await connection.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
      return lenses.map(({ command }) => command?.command);
    };
    expect(await shown('sender')).toContain(commands.previewRemoteWorkflow);
    expect(await shown('quiet')).not.toContain(commands.previewRemoteWorkflow);
  });

  it('tell the next runs above a schedule', async () => {
    const uri = await connection.open(
      'main.dig',
      'timezone: Asia/Tokyo\nschedule:\n  daily>: 07:00:00\n+a: {echo>: x}\n',
    );
    const lenses = await connection.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    const lens = lenses.find(({ command }) => command?.command === commands.showSchedule);
    expect(lens?.range.start.line).toBe(1);
    expect(lens?.command?.title).toContain('2026-02-01 07:00 (session 2026-02-01) · 2026-02-02 07:00');
    expect(lens?.command?.title.match(/session/g)).toHaveLength(5);
  });

  it('are not shown above what cannot be run', async () => {
    const uri = await connection.open('digkit-preview:/answer.dig', '+a:\n  http_call>: https://example.com\n');
    expect(await connection.request('textDocument/codeLens', { textDocument: { uri } })).toEqual([]);
  });
});

describe('code actions', () => {
  async function actions(text: string, only?: string[]): Promise<[string, string][]> {
    const uri = await connection.open('main.dig', text);
    const range = { start: { line: 1, character: 4 }, end: { line: 1, character: 4 } };
    const context = { diagnostics: await connection.diagnostics(uri), ...(only && { only }) };
    const params = { textDocument: { uri }, range, context };
    const found = await connection.request<CodeAction[]>('textDocument/codeAction', params);
    return found.map(({ title, edit }) => [title, edit?.changes?.[uri]?.map(({ newText }) => newText).join() ?? '']);
  }

  it('are the fixes of the findings at the cursor, and of all that the rule finds', async () => {
    expect(await actions('+a:\n  ehco>: x\n+b:\n  ehco>: y\n')).toEqual([
      ['Change to echo>', 'echo>'],
      ['Fix all 2 problems of unknown-operator in this file', 'echo>,echo>'],
    ]);
  });

  it('are only of the kind that is asked for', async () => {
    expect(await actions('+a:\n  ehco>: x\n', ['refactor'])).toEqual([]);
    expect(await actions('+a:\n  ehco>: x\n', ['quickfix'])).toHaveLength(1);
  });

  async function fileActions(server: TestConnection, name: string, text: string, line: number): Promise<CodeAction[]> {
    const uri = await server.open(name, text);
    const at = { line, character: 9 };
    const context = { diagnostics: [] };
    return server.request('textDocument/codeAction', { textDocument: { uri }, range: { start: at, end: at }, context });
  }

  it('make a missing file', async () => {
    const [action] = await fileActions(connection, 'main.dig', '+a:\n  py>: jobs.load\n  table: x\n', 1);
    const uri = uriOf('jobs.py');
    expect(action?.edit?.documentChanges).toEqual([
      { kind: 'create', uri, options: { overwrite: false } },
      {
        textDocument: { uri, version: null },
        edits: [expect.objectContaining({ newText: 'def load(table):\n    pass\n' })],
      },
    ]);
  });

  it('rename a file and what names it', async () => {
    const main = '_export:\n  !include : conf.dig\n+a:\n  echo>: x\n';
    const server = new TestConnection({ files: { 'main.dig': main, 'conf.dig': 'td: {a: 1}\n' } });
    const [action] = await fileActions(server, 'conf.dig', 'td: {a: 1}\n', 0);
    const [edit, rename] = action?.edit?.documentChanges ?? [];
    expect(edit).toMatchObject({ textDocument: { uri: uriOf('main.dig') }, edits: [{ newText: "'conf.yml'" }] });
    expect(rename).toMatchObject({ kind: 'rename', oldUri: uriOf('conf.dig'), newUri: uriOf('conf.yml') });
    await server.dispose();
  });

  it('touch no file where the client cannot', async () => {
    const server = new TestConnection({ capabilities: {} });
    expect(await fileActions(server, 'main.dig', '+a:\n  py>: jobs.load\n', 1)).toEqual([]);
    await server.dispose();
  });
});

it('folds tasks and comments', async () => {
  const uri = await connection.open('main.dig', '# one\n# two\n+a:\n  sh>: |\n    x\n    y\n\n+b:\n  echo>: x\n');
  const folds = await connection.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
  expect(folds.map(({ startLine, endLine }) => [startLine, endLine]).sort()).toEqual([
    [0, 1],
    [2, 5],
    [3, 5],
    [7, 8],
  ]);
});

it('grows selections by what stands around', async () => {
  const { text, position } = cursorText('+a:\n  echo>: hello ${na|me}\n');
  const uri = await connection.open('main.dig', text);
  const params = { textDocument: { uri }, positions: [position] };
  const [found] = await connection.request<SelectionRange[]>('textDocument/selectionRange', params);
  const widths: number[] = [];
  for (let range = found; range; range = range.parent) {
    const { start, end } = range.range;
    if (start.line === end.line) widths.push(end.character - start.character);
  }
  expect(widths.slice(0, 3)).toEqual(['${name}'.length, 'hello ${name}'.length, 'echo>: hello ${name}'.length]);
});

it('checks a whole project, also what is not open', async () => {
  const project = new TestConnection({
    files: { 'a.dig': '+a:\n  echo>: x\n  sh>: y\n', 'b.dig': '+b:\n  echo>: x\n' },
  });
  await project.initialized;
  const result = await project.request('digkit/checkProject', { uri: uriOf('b.dig') });
  expect(result).toEqual({ directory: 'file:///project', files: 2, errors: 1, warnings: 0 });
  expect(project.published.filter(({ diagnostics }) => diagnostics.length > 0).map(({ uri }) => uri)).toEqual([
    uriOf('a.dig'),
  ]);
  await project.dispose();
});

it('selects the whole text outside of all that is written', async () => {
  const { text, position } = cursorText('+a:\n  echo>: x\n# later| on\n');
  const uri = await connection.open('main.dig', text);
  const params = { textDocument: { uri }, positions: [position] };
  const whole = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
  expect(await connection.request('textDocument/selectionRange', params)).toEqual([{ range: whole }]);
});

it('folds the items of lists, and grows selections by them', async () => {
  const text = '+a:\n  http>: x\n  headers:\n    - A: 1\n    - B: 2\n      C: [3, 4]\n';
  const uri = await connection.open('main.dig', text);
  const folds = await connection.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
  expect(folds.map(({ startLine, endLine }) => [startLine, endLine]).sort()).toEqual([
    [0, 5],
    [2, 5],
    [4, 5],
  ]);
  const params = { textDocument: { uri }, positions: [{ line: 5, character: 10 }] };
  const [found] = await connection.request<SelectionRange[]>('textDocument/selectionRange', params);
  const texts: string[] = [];
  for (let at = found; at; at = at.parent) {
    const lines = text.split('\n').slice(at.range.start.line, at.range.end.line + 1);
    texts.push(lines.join('\n').slice(at.range.start.character, lines.length > 1 ? undefined : at.range.end.character));
  }
  expect(texts.slice(0, 4)).toEqual(['3', '[3, 4]', 'C: [3, 4]', 'B: 2\n      C: [3, 4]']);
  expect(texts[4]).toBe('- A: 1\n    - B: 2\n      C: [3, 4]');
});
