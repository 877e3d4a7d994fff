import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { Projects } from './project.ts';
import { referencesIn } from './references.ts';

describe('referencesIn', () => {
  it('finds includes and calls in all their spellings', () => {
    const text = [
      "!include : 'a.yml'",
      '_export:',
      '  !include : "b c.yml" # why',
      '  !include second : ../c.yml',
      '+x: {call>: sub/d}',
      '+y:',
      '  "call>" : e.dig # why',
      '+z:',
      '  call>: ${name}',
    ].join('\n');
    expect(referencesIn('/p/q/main.dig', text)).toEqual({
      includes: ['/p/q/a.yml', '/p/q/b c.yml', '/p/c.yml'],
      calls: ['/p/q/sub/d.dig', '/p/q/e.dig'],
    });
  });
});

describe('Projects', () => {
  const files = {
    '/w/main.dig': '+a:\n  call>: sub/child\n',
    '/w/sub/child.dig': "!include : 'parts/x.dig'\n+a:\n  echo>: x\n",
    '/w/sub/parts/x.dig': 'a: 1\n',
    '/w/other/own.dig': '+a:\n  echo>: x\n',
  };

  it('puts a file into the outermost project that calls or includes it, else into that of its own folder', () => {
    const projects = new Projects(memoryFileSystem(files), '/w');
    const seen = (path: string) => [projects.of(path).directory, projects.of(path).roleOf(path)];
    expect(seen('/w/sub/child.dig')).toEqual(['/w', 'called']);
    expect(seen('/w/sub/parts/x.dig')).toEqual(['/w', 'fragment']);
    expect(seen('/w/other/own.dig')).toEqual(['/w/other', 'workflow']);
    expect(projects.of('/w/sub/child.dig').nameOf('/w/sub/child.dig')).toBe('sub/child');
  });

  it('looks no higher than the workspace', () => {
    const projects = new Projects(memoryFileSystem(files), '/w/sub');
    expect(projects.of('/w/sub/child.dig').directory).toBe('/w/sub');
  });
});
