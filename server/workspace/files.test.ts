import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { RecordingFiles, WorkspaceFiles } from './files.ts';
import type { FileChange } from './watching.ts';

it('shows open documents over the disk, and asks the disk once for what is watched', () => {
  const asked: string[] = [];
  const disk = memoryFileSystem({ '/p/a.dig': 'disk', '/q/b.dig': 'disk' });
  const counting = {
    ...disk,
    read: (path: string) => {
      asked.push(path);
      return disk.read(path);
    },
  };
  const files = new WorkspaceFiles(counting, (path) => path.startsWith('/p/'));
  for (const path of ['/p/a.dig', '/p/a.dig', '/q/b.dig', '/q/b.dig']) files.read(path);
  expect(asked).toEqual(['/p/a.dig', '/q/b.dig', '/q/b.dig']);
  files.open('/p/a.dig', () => 'typed');
  expect(files.read('/p/a.dig')?.text).toBe('typed');
  files.close('/p/a.dig');
  expect(files.read('/p/a.dig')?.text).toBe('disk');
});

it('forgets what lies in a folder that comes or goes', () => {
  const texts: Record<string, string> = { '/p/q/a.sql': 'a', '/p/q2/a.sql': 'a', '/p/x.dig': '' };
  const live = () => memoryFileSystem(texts);
  const disk = {
    read: (of: string) => live().read(of),
    kind: (of: string) => live().kind(of),
    list: (of: string) => live().list(of),
  };
  const files = new WorkspaceFiles(disk, () => true);
  const seen = () => [files.kind('/p/q/a.sql'), files.read('/p/q/a.sql')?.text, files.list('/p/q'), files.list('/p')];
  expect(seen()).toEqual(['file', 'a', ['a.sql'], ['q', 'q2', 'x.dig']]);
  delete texts['/p/q/a.sql'];
  files.forget([{ path: '/p/q2', kind: 'deleted' }]);
  expect(files.kind('/p/q/a.sql')).toBe('file');
  files.forget([{ path: '/p/q', kind: 'deleted' }]);
  expect(seen()).toEqual([undefined, undefined, [], ['q2', 'x.dig']]);
});

it('notes what was asked for', () => {
  const files = new RecordingFiles(memoryFileSystem({ '/p/a.dig': '' }));
  files.read('/p/a.dig');
  files.kind('/p/d/gone.dig');
  files.list('/q');
  const depends = (path: string, kind: FileChange['kind']) => files.dependsOn({ path, kind });
  expect([depends('/p/a.dig', 'changed'), depends('/p/d', 'created'), depends('/q/new', 'created')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([depends('/q/old', 'changed'), depends('/p/b.dig', 'created'), depends('/p/d/g', 'deleted')]).toEqual([
    false,
    false,
    false,
  ]);
});
