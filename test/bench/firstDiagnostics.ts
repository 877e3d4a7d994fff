import { checkFile } from '../../core/check.ts';
import { memoryFileSystem } from '../support/memoryFileSystem.ts';
import { floor } from './floor.ts';
import { best, row } from './measure.ts';
import { workflowText } from './texts.ts';

/** From a text that was never seen to its findings. */
export function firstDiagnostics(): string[] {
  return [50, 500, 5_000, 50_000].map((lines) => {
    const text = workflowText(lines);
    const fs = memoryFileSystem({ '/p/main.dig': text });
    const least = best(() => floor(text));
    return row(
      `${lines} lines`,
      best(() => checkFile(fs, '/p/main.dig')),
      least,
      1.3,
    );
  });
}
