import { afterEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type RenameFile,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { cursorText } from './cursor.ts';
import { fullCapabilities, TestConnection, uriOf } from './testConnection.ts';

let connection: TestConnection;
const open: TestConnection[] = [];
function connect(files: Record<string, string>): void {
  connection = new TestConnection({ files, capabilities: renames });
  open.push(connection);
}
afterEach(async () => {
  for (const one of open.splice(0)) {
    expect(one.errors).toEqual([]);
    await one.dispose();
  }
});

const project = {
  'main.dig':
    '+a:\n  call>: child\n+b:\n  call>: "child.dig"\n+c:\n  require>: child\n+d:\n  if>: ${x}\n  _do:\n    call>: sub/deep\n',
  'child.dig': '+q:\n  td>: queries/q.sql\n+p:\n  py>: tasks.daily.run\n+i: {!include : part.yml}\n',
  'sub/deep.dig': '+u:\n  call>: ../child\n+q:\n  td>: ../queries/q.sql\n+s:\n  call>: side\n+n:\n  echo>: child\n',
  'sub/side.dig': '+s:\n  echo>: x\n',
  'part.yml': '_export: {a: 1}\n',
  'queries/q.sql': 'select 1',
  'tasks/daily.py': 'def run(): pass',
  'tasks/__init__.py': '',
  'run.sh': 'true',
};

const renames = {
  ...fullCapabilities,
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const, 'rename' as const] },
    fileOperations: { willRename: true },
  },
};

/** All texts after an edit, those that it changes, by path; and the file that it renames. */
function after(files: Record<string, string>, edit: WorkspaceEdit | null): Record<string, string> {
  const changed: Record<string, string> = {};
  const texts = (edit?.documentChanges ?? []).filter((change): change is TextDocumentEdit => 'edits' in change);
  const all = [
    ...texts.map(({ textDocument, edits }) => [textDocument.uri, edits] as const),
    ...Object.entries(edit?.changes ?? {}),
  ];
  for (const [uri, edits] of all) {
    const name = uri.replace('file:///project/', '');
    const document = TextDocument.create(uri, 'digdag', 1, files[name] ?? '');
    changed[name] = TextDocument.applyEdits(
      document,
      edits.filter((one) => 'newText' in one),
    );
  }
  return changed;
}

describe('a file is renamed where it is named', () => {
  async function renamed(marked: string, newName: string, name = 'main.dig', more: Record<string, string> = {}) {
    const { text, position } = cursorText(marked);
    const files = { ...project, ...more, [name]: text };
    connect(files);
    const uri = await connection.open(name, text);
    try {
      const edit = await connection.request<WorkspaceEdit>('textDocument/rename', {
        textDocument: { uri },
        position,
        newName,
      });
      const operation = edit.documentChanges?.find((change): change is RenameFile => 'oldUri' in change);
      const move = operation && `${operation.oldUri} > ${operation.newUri}`.replaceAll('file:///project/', '');
      return { move, texts: after(files, edit) };
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  const main = (call: string) => project['main.dig'].replace('call>: child', `call>: ${call}`);

  it('with every call and require of it, in its quotes and with its ending', async () => {
    expect(await renamed(main('ch|ild'), 'kid')).toEqual({
      move: 'child.dig > kid.dig',
      texts: {
        'main.dig': project['main.dig'].replaceAll('child', 'kid'),
        'sub/deep.dig': project['sub/deep.dig'].replace('../child', '../kid'),
      },
    });
  });

  it('where it moves to another folder, its own names follow', async () => {
    expect(await renamed(project['sub/deep.dig'].replace('side', 's|ide'), '../top', 'sub/deep.dig')).toEqual({
      move: 'sub/side.dig > top.dig',
      texts: { 'sub/deep.dig': project['sub/deep.dig'].replace('side', '../top') },
    });
    const moved = await renamed(project['main.dig'].replace('sub/deep', 'sub/d|eep'), 'deep');
    expect(moved).toMatchObject({
      move: 'sub/deep.dig > deep.dig',
      texts: {
        'sub/deep.dig': '+u:\n  call>: child\n+q:\n  td>: queries/q.sql\n+s:\n  call>: sub/side\n+n:\n  echo>: child\n',
      },
    });
  });

  it('where a workflow names itself', async () => {
    const text = '+a:\n  if>: ${x}\n  _do:\n    call>: lo|op\n+b:\n  require>: loop\n';
    expect(await renamed(text, 'again', 'loop.dig', { 'x.dig': '+x: {call>: loop}\n' })).toEqual({
      move: 'loop.dig > again.dig',
      texts: {
        'loop.dig': '+a:\n  if>: ${x}\n  _do:\n    call>: again\n+b:\n  require>: again\n',
        'x.dig': '+x: {call>: again}\n',
      },
    });
  });

  it('queries, modules, includes and scripts', async () => {
    const child = project['child.dig'];
    expect(await renamed(child.replace('q.sql', 'q|.sql'), 'queries/r 1.sql', 'child.dig')).toMatchObject({
      move: 'queries/q.sql > queries/r%201.sql',
      texts: { 'sub/deep.dig': project['sub/deep.dig'].replace('q.sql', 'r 1.sql') },
    });
    expect(await renamed(child.replace('daily', 'd|aily'), 'jobs.nightly', 'child.dig')).toEqual({
      move: 'tasks/daily.py > jobs/nightly.py',
      texts: { 'child.dig': child.replace('tasks.daily.run', 'jobs.nightly.run') },
    });
    expect(await renamed(child.replace('part', 'p|art'), 'x,y.yml', 'child.dig')).toEqual({
      move: 'part.yml > x%2Cy.yml',
      texts: { 'child.dig': child.replace('part.yml', "'x,y.yml'") },
    });
    const script = '+s:\n  sh>: ||\n    FOO=1 bash r|un.sh --all\n    cat ./run.sh\n+t:\n  sh>: cd x; ./run.sh\n';
    expect(await renamed(script, 'bin/go.sh', 's.dig')).toEqual({
      move: 'run.sh > bin/go.sh',
      texts: {
        's.dig': '+s:\n  sh>: |\n    FOO=1 bash bin/go.sh --all\n    cat ./bin/go.sh\n+t:\n  sh>: cd x; ./run.sh\n',
      },
    });
  });

  it('not to a name that is taken, that Digdag refuses, or that cannot be named from where it is used', async () => {
    const to = async (name: string) => {
      const said = await renamed(main('ch|ild'), name);
      return said;
    };
    expect(await to('main')).toBe('There is a file main.dig already.');
    expect(await to('1st')).toContain('Digdag takes no workflow 1st: must not start with a numeric digit');
    expect(await to('my job')).toContain("must not contain character ' '");
    expect(await to('.hidden')).toContain('Digdag takes .hidden.dig for no workflow');
    expect(await to('a${b}')).toContain('cannot be the name of a file');
    expect(await to('../out')).toContain('cannot be the name of a file');
    expect(await to('sub/child')).toContain('!include takes no path with ..: ../part.yml');
    expect(await renamed('+a:\n  call>: "ch|\\x69ld"\n', 'kid', 'x.dig')).toContain('escapes');
    expect(await renamed(main('ch|ild'), 'kid', 'main.dig', { 'x.dig': '+a:\n  call>: "ch\\x69ld"\n' })).toContain(
      'x.dig, line 2: child stands in a text with escapes',
    );
    expect(await renamed('+a:\n  ec|ho>: x\n', 'x')).toContain('Only tasks, variables, anchors and files');
  });
});

describe('files are renamed in the explorer', () => {
  const messages: string[] = [];
  async function moved(moves: Record<string, string>, more: Record<string, string> = {}) {
    const files = { ...project, ...more };
    connect(files);
    await connection.initialized;
    messages.length = 0;
    connection.client.onNotification('window/showMessage', ({ message }: { message: string }) => {
      messages.push(message);
    });
    const params = {
      files: Object.entries(moves).map(([from, to]) => ({ oldUri: uriOf(from), newUri: uriOf(to) })),
    };
    return after(files, await connection.request<WorkspaceEdit | null>('workspace/willRenameFiles', params));
  }

  it('all that name them follow', async () => {
    expect(await moved({ 'tasks/daily.py': 'tasks/weekly.py' })).toEqual({
      'child.dig': project['child.dig'].replace('daily', 'weekly'),
    });
    expect(await moved({ 'README.md': 'x.md' })).toEqual({});
    expect(await moved({ sub: 'below/sub' })).toEqual({
      'main.dig': project['main.dig'].replace('sub/deep', 'below/sub/deep'),
      'sub/deep.dig': project['sub/deep.dig'].replaceAll('../', '../../'),
    });
    expect(await moved({ sub: 'lower', 'queries/q.sql': 'lower/q.sql' })).toEqual({
      'main.dig': project['main.dig'].replace('sub/deep', 'lower/deep'),
      'child.dig': project['child.dig'].replace('queries/q', 'lower/q'),
      'sub/deep.dig': project['sub/deep.dig'].replace('../queries/', ''),
    });
    expect(messages).toEqual([]);
  });

  it('says what cannot follow, and what a run computes', async () => {
    const more = { 'x.dig': '+a:\n  call>: ${which}\n+b:\n  td>: ${dir}/q.sql\n+c:\n  td>: other/${x}.sql\n' };
    expect(await moved({ 'child.dig': 'sub/child.dig' }, more)).toMatchObject({
      'child.dig': expect.stringContaining('../queries/q.sql'),
    });
    expect(messages).toEqual([
      expect.stringMatching(/^Not changed.*child\.dig, line 4: py> cannot.*main\.dig, line 6: Only files at the top/),
      'Names that a run computes may mean this file; they stay as they are: x.dig:2',
    ]);
    await moved({ 'queries/q.sql': 'queries/r.sql' }, more);
    expect(messages).toEqual([expect.stringContaining('stay as they are: x.dig:4')]);
    await moved({ 'child.dig': '1.dig' });
    expect(messages).toEqual([expect.stringContaining('Digdag takes no workflow 1')]);
  });

  it('says which code of tasks loads it', async () => {
    const more = {
      'tasks/daily.py': 'import os\nfrom .shared import (\n  find)\nfrom tasks import shared\ndef run(): pass\n',
      'tasks/shared.py': 'import tasks.daily\n',
      'tasks/unused.py': 'import shared\n',
    };
    await moved({ 'tasks/shared.py': 'tasks/common.py' }, more);
    expect(messages).toEqual(['Code loads this file, and Digkit leaves that as it is: daily.py:2']);
    await moved({ 'tasks/unused.py': 'tasks/common.py' }, more);
    expect(messages).toEqual([]);
  });

  it('nothing where the client gave it up', async () => {
    connect(project);
    await connection.initialized;
    const source = new CancellationTokenSource();
    const asked = connection.client.sendRequest(
      'workspace/willRenameFiles',
      { files: [{ oldUri: uriOf('child.dig'), newUri: uriOf('kid.dig') }] },
      source.token,
    );
    source.cancel();
    await expect(asked.catch((error: { code: number }) => error.code)).resolves.toBeOneOf([
      null,
      LSPErrorCodes.RequestCancelled,
    ]);
  });
});
