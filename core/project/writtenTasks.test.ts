import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { Project } from './project.ts';
import { WrittenTasks } from './writtenTasks.ts';

const files = {
  '/p/main.dig': `+each:
  for_each>: {v: [1, 2]}
  _do:
    +inner:
      echo>: 1
+repeat:
  loop>: 2
  _do:
    echo>: 2
+choose:
  if>: \${x}
  _do:
    +yes: {echo>: 3}
  _else_do:
    +no: {echo>: 4}
  _error:
    +told: {echo>: 5}
+other:
  call>: sub/child
+fetch:
  http_call>: http://127.0.0.1/
`,
  '/p/sub/child.dig': '+own:\n  call>: next.dig\n',
  '/p/sub/next.dig': '+last:\n  echo>: 6\n',
};

function place(fullName: string): string | undefined {
  const fs = memoryFileSystem(files);
  const found = new WrittenTasks(fs, new Project(fs, '/p')).find(fullName);
  if (!found) return undefined;
  const { path, start, end } = found.place;
  return `${path} ${fs.read(path)?.text.slice(start, found.entry ? end : start)}`;
}

describe('WrittenTasks', () => {
  it('finds tasks of loops, conditions and handlers where they are written', () => {
    expect(place('+main+each')).toBe('/p/main.dig +each');
    expect(place('+main+each^sub+for-0=v=0=1+inner')).toBe('/p/main.dig +inner');
    expect(place('+main+repeat^sub+loop-1')).toBe('/p/main.dig _do');
    expect(place('+main+choose^sub+no')).toBe('/p/main.dig +no');
    expect(place('+main+choose^error+told')).toBe('/p/main.dig +told');
  });

  it('follows call> from the folder of the calling file', () => {
    expect(place('+main+other^sub')).toBe('/p/sub/child.dig ');
    expect(place('+main+other^sub+own^sub+last')).toBe('/p/sub/next.dig +last');
  });

  it('knows no place of what no file holds', () => {
    expect(['+main^failure-alert', '+main+fetch^sub+x', '+nowhere+x', 'x'].map(place)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
