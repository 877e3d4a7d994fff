import { loadFile } from '../../core/project/load.ts';
import { readYaml } from '../../core/yaml/read.ts';
import { memoryFileSystem } from '../support/memoryFileSystem.ts';
import { floor } from './floor.ts';
import { row, sideBySide } from './measure.ts';
import { workflowText } from './texts.ts';

/** From text to tree, and from text to Digdag's config. */
export function reading(): string[] {
  return [50, 500, 5_000, 50_000].flatMap((lines) => {
    const text = workflowText(lines);
    const fs = memoryFileSystem({ '/p/main.dig': text });
    const beside = (work: () => unknown) => sideBySide(work, () => floor(text));
    return [
      row(
        `tree, ${lines} lines`,
        beside(() => readYaml(text)),
        1,
      ),
      row(
        `config, ${lines} lines`,
        beside(() => loadFile(fs, '/p/main.dig')),
        1,
      ),
    ];
  });
}
