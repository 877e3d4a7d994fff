import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { Random } from '../../test/support/random.ts';
import { OpenDocument } from './openDocument.ts';
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

it('tells from the lines that changed what the whole text would tell', () => {
  const lines = ['+a:', '  call>: b', '  echo>: 1', '!include : part.dig', '  http_call>: x', '', '"+b":', '# +c'];
  const random = new Random(7);
  const pick = () => lines[random.below(lines.length)] ?? '';
  for (let round = 0; round < 200; round++) {
    const text = Array.from({ length: 6 }, pick).join('\n');
    const document = new OpenDocument('file:///w/open.dig', 'digdag', 1, text);
    document.takeChangedLines(); // all of it was new
    const [byLines, byText] = [projectsOf({ [document.path]: text }), projectsOf({ [document.path]: text })];
    for (let version = 2; version < 8; version++) {
      const start = random.below(document.text.length + 1);
      const end = Math.min(document.text.length, start + random.below(12));
      const added = random.below(2) === 0 ? pick().slice(0, random.below(8)) : `\n${pick()}\n`;
      document.update([{ range: document.range(start, end), text: added }], version);
      const lines = document.takeChangedLines();
      expect(lines).toBeDefined();
      const told = byLines.textChanged(document.path, document.text, lines);
      expect(told, document.text).toBe(byText.textChanged(document.path, document.text));
    }
  }
});
