import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { WorkspaceProjects } from './projects.ts';

const isOpen = (path: string) => path === '/w/open.dig';

function projectsOf(files: Record<string, string>): WorkspaceProjects {
  const projects = new WorkspaceProjects(memoryFileSystem(files));
  for (const [path, text] of Object.entries(files)) projects.noteText(path, text);
  return projects;
}

const changed = (paths: readonly string[]) => paths.map((path) => ({ path, kind: 'changed' as const }));

it('looks whether files that changed call or include others than before', () => {
  const files: Record<string, string> = { '/w/a.dig': '+a:\n  call>: b\n', '/w/open.dig': '+a:\n  echo>: 1\n' };
  const projects = projectsOf(files);
  expect(projects.filesChanged(changed(['/w/a.dig', '/w/open.dig']), isOpen)).toBe(false);
  expect(projects.filesChanged(changed(['/w/.digdagignore']), isOpen)).toBe(true);
  expect(projects.filesChanged([{ path: '/w/open.dig', kind: 'deleted' }], isOpen)).toBe(true);
});

it('does not read hundreds of files that change at once: projects may be others', () => {
  const paths = Array.from({ length: 300 }, (_, at) => `/w/${at}.dig`);
  const texts = Object.fromEntries(paths.map((path) => [path, '+a:\n  echo>: 1\n']));
  const projects = projectsOf(texts);
  expect(projects.filesChanged(changed(paths.slice(0, 50)), isOpen)).toBe(false);
  expect(projects.filesChanged(changed(paths), isOpen)).toBe(true);
  // what they hold now is not known, until they are read for the first time
  expect(projects.filesChanged(changed(['/w/0.dig']), isOpen)).toBe(true);
  expect(projects.filesChanged(changed(['/w/0.dig']), isOpen)).toBe(false);
});
