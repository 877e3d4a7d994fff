import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A PATH with every program of this machine but some, made when it is first asked for. */
export function pathWithout(programs: readonly string[]): () => string {
  let made: string | undefined;
  return () => {
    made ??= link(programs);
    return made;
  };
}

function link(programs: readonly string[]): string {
  const directory = mkdtempSync(join(tmpdir(), 'digkit-path-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const linked = new Set(programs);
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names(folder)) {
      if (linked.has(name)) continue;
      linked.add(name);
      symlinkSync(join(folder, name), join(directory, name));
    }
  }
  return directory;
}

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // a folder of PATH that does not exist
  }
}
