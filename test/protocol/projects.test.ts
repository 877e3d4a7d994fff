import { afterEach, describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../support/memoryFileSystem.ts';
import { TestConnection, uriOf } from './testConnection.ts';

let connection: TestConnection;
afterEach(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

const good = '+a:\n  echo>: x\n';
const broken = '+a:\n  echo>: x\n  sh>: y\n';

async function codes(uri: string): Promise<(string | number | undefined)[]> {
  return (await connection.diagnostics(uri)).map(({ code }) => code);
}

/** Opens files with the texts that they have on the disk, and waits for what is found in each. */
async function openAll(files: Readonly<Record<string, string>>, ...names: string[]): Promise<void> {
  for (const name of names) await connection.diagnostics(await connection.open(name, files[name] ?? ''));
  connection.published.length = 0;
}

/**
 * The files whose diagnostics are published behind a change, and the rules that found them. What was changed last is checked first: a document that is
 * opened right before the change comes last.
 */
async function publishedBy(change: () => Promise<unknown>): Promise<Record<string, (string | number | undefined)[]>> {
  connection.published.length = 0;
  const opened = connection.open('untitled:last', good);
  await Promise.resolve();
  await Promise.all([opened, change()]);
  await connection.diagnostics('untitled:last');
  await connection.close('untitled:last');
  const own = connection.published.filter(({ uri }) => uri !== 'untitled:last');
  return Object.fromEntries(
    own.map(({ uri, diagnostics }) => [uri.replace('file:///project/', ''), diagnostics.map(({ code }) => code)]),
  );
}

describe('a change of one file is told of exactly the files that depend on it', () => {
  const files: Record<string, string> = {
    'a/main.dig': '+a:\n  call>: sub/child\n_export:\n  !include : values.yml\n',
    'a/other.dig': '+a:\n  require>: main\n+b:\n  td>: q.sql\n',
    'a/sub/child.dig': '+c:\n  echo>: ${given}\n',
    'a/values.yml': 'given: 1\n',
    'a/q.sql': 'select 1\n',
    'b/main.dig': '+a:\n  td>: q.sql\n',
    'b/q.sql': 'select 1\n',
  };
  const open = ['a/main.dig', 'a/other.dig', 'a/sub/child.dig', 'b/main.dig'];
  const start = async (more: Record<string, string> = {}) => {
    const now = { ...files, ...more };
    connection = new TestConnection({ files: now });
    await openAll(now, ...open);
    return now;
  };

  it('the text of a task', async () => {
    await start();
    const text = `${files['b/main.dig']}+b:\n  echoo>: x\n`;
    expect(await publishedBy(() => connection.change(uriOf('b/main.dig'), text))).toEqual({
      'b/main.dig': ['unknown-operator'],
    });
  });

  it('the variables that a caller hands on', async () => {
    await start({ 'a/values.yml': 'other: 1\n' });
    const text = `_export: {given: 1}\n+a:\n  call>: sub/child\n`;
    expect(await publishedBy(() => connection.change(uriOf('a/main.dig'), text))).toEqual({
      'a/main.dig': [],
      'a/sub/child.dig': [],
    });
  });

  it('an included file on the disk', async () => {
    const now = await start();
    now['a/values.yml'] = 'renamed: 1\n';
    expect(await publishedBy(() => connection.filesChanged(2, 'a/values.yml'))).toEqual({
      'a/sub/child.dig': ['undefined-variable'],
    });
    now['a/values.yml'] = '{\n';
    expect(await publishedBy(() => connection.filesChanged(2, 'a/values.yml'))).toMatchObject({
      'a/main.dig': ['yaml'],
      'a/values.yml': ['yaml'],
    });
    now['a/values.yml'] = 'given: 1\n';
    expect(await publishedBy(() => connection.filesChanged(2, 'a/values.yml'))).toEqual({
      'a/main.dig': [],
      'a/sub/child.dig': [],
      'a/values.yml': [],
    });
  });

  it('a file that is deleted, and one that is made', async () => {
    const now = await start();
    delete now['a/q.sql'];
    expect(await publishedBy(() => connection.filesChanged(3, 'a/q.sql'))).toEqual({ 'a/other.dig': ['missing-file'] });
    now['a/q.sql'] = 'select 1\n';
    expect(await publishedBy(() => connection.filesChanged(1, 'a/q.sql'))).toEqual({ 'a/other.dig': [] });
    now['a/unused.sql'] = 'select 1\n';
    expect(await publishedBy(() => connection.filesChanged(1, 'a/unused.sql'))).toEqual({});
  });

  it('a folder that is renamed, of whose files no client tells', async () => {
    const files = { 'main.dig': '+a:\n  td>: queries/q.sql\n', 'b.dig': good, 'queries/q.sql': 'select 1\n' };
    const now: Record<string, string> = { ...files };
    connection = new TestConnection({ files: now });
    await openAll(now, 'main.dig', 'b.dig');
    delete now['queries/q.sql'];
    now['sql/q.sql'] = 'select 1\n';
    const renamed = () => Promise.all([connection.filesChanged(3, 'queries'), connection.filesChanged(1, 'sql')]);
    expect(await publishedBy(renamed)).toEqual({ 'main.dig': ['missing-file'] });
    now['queries/q.sql'] = 'select 1\n';
    expect(await publishedBy(() => connection.filesChanged(1, 'queries'))).toEqual({ 'main.dig': [] });
  });

  it('a workflow that is renamed', async () => {
    const now = await start();
    now['a/first.dig'] = now['a/main.dig'] ?? '';
    delete now['a/main.dig'];
    await connection.close(uriOf('a/main.dig'));
    const published = await publishedBy(() =>
      Promise.all([connection.filesChanged(3, 'a/main.dig'), connection.filesChanged(1, 'a/first.dig')]),
    );
    expect(published).toEqual({ 'a/other.dig': ['require-target'] });
  });

  it('.digdagignore', async () => {
    const now = await start();
    now['a/.digdagignore'] = 'main.dig\n';
    expect(await publishedBy(() => connection.filesChanged(1, 'a/.digdagignore'))).toMatchObject({
      'a/other.dig': ['require-target'],
    });
    now['a/.digdagignore'] = 'nothing.dig\n';
    expect(await publishedBy(() => connection.filesChanged(2, 'a/.digdagignore'))).toMatchObject({ 'a/other.dig': [] });
    expect(connection.published.filter(({ uri }) => uri === uriOf('b/main.dig'))).toEqual([]);
  });
});

describe('projects of a workspace', () => {
  it('are told apart: folders with workflows, and folders below that only calls reach', async () => {
    const files = {
      'one/main.dig': '+a:\n  call>: lib/part\n',
      'one/lib/part.dig': `timezone: UTC\n${good}`,
      'two/main.dig': '+a:\n  require>: part\n',
      'two/lib/part.dig': `timezone: UTC\n${good}`,
    };
    connection = new TestConnection({ files });
    const open = async (name: keyof typeof files) => codes(await connection.open(name, files[name]));
    expect(await open('one/lib/part.dig')).toEqual(['called-option']);
    expect(await open('two/lib/part.dig')).toEqual([]);
    expect(await open('two/main.dig')).toEqual(['require-target']);
  });

  it('have fragments, which only an !include reaches', async () => {
    const files = {
      'main.dig': '_export:\n  !include : config/values.dig\n+a:\n  echo>: ${x}\n',
      'config/values.dig': 'x: 1\n',
      'alone/values.dig': 'x: 1\n',
      'config/.digdagignore': '',
    };
    connection = new TestConnection({ files });
    expect(await codes(await connection.open('config/values.dig', 'x: 1\n'))).toEqual([]);
    expect(await codes(await connection.open('alone/values.dig', 'x: 1\n'))).toEqual(['top-level-key']);
  });

  it('have those that an opened text includes, though the file on the disk does not yet', async () => {
    const files = {
      'main.dig': good,
      'values.dig': 'x: 1\n',
      'config/.digdagignore': '',
      'config/values.dig': 'x: 1\n',
    };
    connection = new TestConnection({ files });
    const values = await connection.open('config/values.dig', 'x: 1\n');
    expect(await codes(values)).toEqual(['top-level-key']);
    expect(
      await publishedBy(() => connection.open('main.dig', `_export:\n  !include : config/values.dig\n${good}`)),
    ).toMatchObject({ 'config/values.dig': [] });
  });

  it('in several folders of one window are read below their own folder, also when it comes later', async () => {
    connection = new TestConnection({ disk: memoryFileSystem({ '/else/q.sql': 'select 1' }) });
    const uri = await connection.open('file:///else/sub/main.dig', '+a:\n  call>: ../top\n');
    expect(await codes(uri)).toEqual(['missing-file']);
    const added = [{ uri: 'file:///else', name: 'else' }];
    await connection.client.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
    expect(await codes(await connection.open('file:///else/main.dig', '+a:\n  td>: q.sql\n'))).toEqual([]);
  });

  it('show which file of theirs stops every run, though it is not open, until it is mended', async () => {
    const files: Record<string, string> = {
      'main.dig': good,
      'sibling.dig': broken,
      'values.dig': 'x: 1\n',
      'including.dig': `!include : lib/part.yml\n${good}`,
      'lib/part.yml': '+x: 1\n',
      'sub/child.dig': broken,
      'far/main.dig': broken,
      'warned.dig': '+a:\n  echoo>: x\n',
    };
    connection = new TestConnection({ files });
    const shown = (name: string) => connection.published.findLast(({ uri }) => uri === uriOf(name))?.diagnostics;
    const until = (name: string, ...rules: string[]) =>
      connection.until(() => (String(shown(name)?.map(({ code }) => code)) === String(rules) ? true : undefined));
    const main = await connection.open('main.dig', good);
    await until('sibling.dig', 'two-operators');
    await until('values.dig', 'top-level-key');
    await until('lib/part.yml', 'task-value');
    const others = ['sub/child.dig', 'far/main.dig', 'warned.dig'];
    expect(others.map(shown)).toEqual(others.map(() => undefined));
    files['lib/part.yml'] = '_export: {x: 1}\n';
    await connection.filesChanged(2, 'lib/part.yml');
    await until('lib/part.yml');
    const sibling = await connection.open('sibling.dig', good);
    await until('sibling.dig');
    await connection.close(sibling);
    await until('sibling.dig', 'two-operators');
    await connection.close(main);
    await until('sibling.dig');
    await until('values.dig');
  });

  it('are checked as a whole when that is asked for', async () => {
    const files = { 'main.dig': good, 'sibling.dig': broken, 'sub/child.dig': broken };
    connection = new TestConnection({ files });
    await openAll(files, 'main.dig');
    const result = await connection.request('digkit/checkProject', { uri: uriOf('main.dig') });
    expect(result).toEqual({ directory: 'file:///project', files: 2, errors: 1, warnings: 0 });
    expect(connection.published.map(({ uri, diagnostics }) => [uri, diagnostics.length])).toContainEqual([
      uriOf('sibling.dig'),
      1,
    ]);
  });
});

describe('documents without a place on the disk', () => {
  it.each(['untitled:Untitled-1', 'vscode-vfs://github/o/r/main.dig', 'vsls:/main.dig'])(
    '%s is checked for itself, and says nothing of other files',
    async (name) => {
      connection = new TestConnection({ files: { 'main.dig': good } });
      const uri = await connection.open(name, '+a:\n  call>: child\n+b:\n  require>: other\n+c:\n  echoo>: x\n');
      expect(await codes(uri)).toEqual(['unknown-operator']);
    },
  );

  it('are each their own, also where only the query tells them apart', async () => {
    connection = new TestConnection();
    const [old, older] = ['git:/project/main.dig?HEAD', 'git:/project/main.dig?~'];
    await connection.open(old, broken);
    await connection.open(older, good);
    expect(await codes(old)).toEqual(['two-operators']);
    expect(await codes(older)).toEqual([]);
    await connection.change(old, good);
    expect(await codes(old)).toEqual([]);
  });
});
