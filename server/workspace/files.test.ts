import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { RecordingFiles, WorkspaceFiles } from './files.ts';

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

it('notes what was asked for', () => {
  const files = new RecordingFiles(memoryFileSystem({ '/p/a.dig': '' }));
  files.read('/p/a.dig');
  files.kind('/p/gone.dig');
  files.list('/p');
  expect([...files.paths]).toEqual(['/p/a.dig', '/p/gone.dig', '/p']);
});
