import { ChangingFile } from '../../core/checking/changingFile.ts';
import { Checks } from '../../server/workspace/checks.ts';
import { OpenDocument } from '../../server/workspace/openDocument.ts';
import { WorkspaceProjects } from '../../server/workspace/projects.ts';
import { benchFiles } from './benchFiles.ts';
import { floor } from './floor.ts';
import { row, sideBySide } from './measure.ts';
import { workflowText } from './texts.ts';

const limits: readonly (readonly [lines: number, share: number])[] = [
  [500, 5],
  [5_000, 10],
  [50_000, 25],
];

/** One character typed or deleted inside of a task, by the server's path for an open document, to the ranges of all findings. */
export function keystroke(): string[] {
  return limits.flatMap(([lines, share]) => {
    const text = workflowText(lines);
    return places.map(([name, before]) => {
      const press = typist(text, text.indexOf(before, text.length / 2) + before.length);
      return row(
        `${name}, ${lines} lines`,
        sideBySide(press, () => floor(text)),
        1 / share,
      );
    });
  });
}

/** Where it is typed: what a task does, and what it gives to others. */
const places = [
  ['a text', 'echo "'],
  ['an expression', 'echo "${'],
  ['a key', 'create_tab'],
  ['an exported value', '"n '],
] as const;

/** Types a character at a place, and deletes it the next time. */
function typist(text: string, offset: number): () => number {
  const document = new OpenDocument('file:///p/main.dig', 'digdag', 1, text);
  const projects = new WorkspaceProjects(benchFiles(document.path, text));
  projects.setFolders(['/p']);
  projects.noteText(document.path, text);
  const checks = new Checks(benchFiles(document.path, text), projects, (path) => new ChangingFile(path));
  const start = document.positionAt(offset);
  const end = document.positionAt(offset + 1);
  let version = 1;
  return () => {
    const isTyped = version % 2 === 0;
    const change = isTyped ? { range: { start, end }, text: '' } : { range: { start, end: start }, text: 'x' };
    version++;
    document.update([change], version);
    projects.textChanged(document.path, document.text, document.takeChangedLines());
    const { findings } = checks.of(document, {});
    return findings.map((finding) => document.range(finding.start, finding.end)).length;
  };
}
