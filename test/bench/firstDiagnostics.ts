import { ChangingFile } from '../../core/checking/changingFile.ts';
import { Project } from '../../core/project/project.ts';
import { benchFiles } from './benchFiles.ts';
import { floor } from './floor.ts';
import { row, sideBySide } from './measure.ts';
import { workflowText } from './texts.ts';

const path = '/p/main.dig';

/** From a text that was never seen to its findings, as the server checks a document that was just opened. */
export function firstDiagnostics(): string[] {
  return [50, 500, 5_000, 50_000].map((lines) => {
    const text = workflowText(lines);
    const fs = benchFiles(path, text);
    const check = () => new ChangingFile(path).check(fs, text, undefined, { project: new Project(fs, '/p') });
    return row(
      `${lines} lines`,
      sideBySide(check, () => floor(text)),
      1.3,
    );
  });
}
