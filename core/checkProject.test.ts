import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../test/support/memoryFileSystem.ts';
import { checkProject } from './checkProject.ts';

const good = '+a:\n  echo>: x\n';

describe('checkProject', () => {
  it('checks the workflows at the top and the files that they call, and names what blocks all of them', () => {
    const { files, findings, verdict } = checkProject(
      memoryFileSystem({
        '/p/main.dig': '+a:\n  call>: sub/child\n',
        '/p/broken.dig': 'foo: 1\n',
        '/p/sub/child.dig': '+a:\n  echo>: x\n  sh>: y\n',
        '/p/sub/other.dig': 'bar: 1\n',
        '/p/.hidden.dig': 'bar: 1\n',
      }),
      '/p',
    );
    expect(files.map(({ path, role }) => [path, role])).toEqual([
      ['/p/broken.dig', 'workflow'],
      ['/p/main.dig', 'workflow'],
      ['/p/sub/child.dig', 'called'],
    ]);
    expect(findings.map(({ path, rule }) => [path, rule])).toEqual([
      ['/p/broken.dig', 'top-level-key'],
      ['/p/sub/child.dig', 'two-operators'],
    ]);
    expect(verdict).toMatchObject({
      ok: false,
      stage: 'project',
      message: "Validating project failed\nworkflow /p/broken.dig Workflow 'broken' includes unknown keys: [foo]",
      blocking: [{ path: '/p/broken.dig' }],
    });
  });

  it('obeys .digdagignore and takes files of folders for no workflows', () => {
    const files = {
      '/p/main.dig': good,
      '/p/old.dig': 'foo: 1\n',
      '/p/.digdagignore': 'old*\n',
      '/p/d/x.dig': 'bar: 1\n',
    };
    expect(checkProject(memoryFileSystem(files), '/p').verdict.ok).toBe(true);
  });

  it('takes a file that is only included for a fragment, and warns where Digdag takes it for a workflow', () => {
    const include = "_export:\n  !include : 'config.dig'\n+a:\n  echo>: x\n";
    const { findings, verdict } = checkProject(
      memoryFileSystem({ '/p/main.dig': include, '/p/config.dig': 'a: 1\n' }),
      '/p',
    );
    expect(findings.map(({ path, rule }) => [path, rule])).toEqual([['/p/config.dig', 'fragment-in-root']]);
    expect(verdict.ok).toBe(false);
    const inFolder = include.replace('config', 'd/config');
    const below = checkProject(memoryFileSystem({ '/p/main.dig': inFolder, '/p/d/config.dig': 'a: 1\n' }), '/p');
    expect([below.findings, below.verdict.ok]).toEqual([[], true]);
  });

  it('shows the fault of an included file there and at the include', () => {
    const files = { '/p/main.dig': "!include : 'd/x.yml'\n", '/p/d/x.yml': '+a:\n\techo>: x\n' };
    const { findings } = checkProject(memoryFileSystem(files), '/p');
    expect(findings.map(({ path, rule, start }) => [path, rule, start])).toEqual([
      ['/p/d/x.yml', 'yaml', 4],
      ['/p/main.dig', 'yaml', 11],
    ]);
  });
});
