import type { FileSystem } from '../../core/project/fileSystem.ts';

/** One project with a workflow and all the files that it names; any number of them costs nothing to look up. */
export function benchFiles(path: string, text: string): FileSystem {
  const directory = path.slice(0, path.lastIndexOf('/'));
  const files = new Map([
    [path, text],
    [`${directory}/tasks.py`, 'class Job: pass'],
  ]);
  for (const [, name] of text.matchAll(/td>: (\S+)/g)) files.set(`${directory}/${name}`, 'select 1');
  return filesOf(files);
}

/** Files by path; a directory lists what lies right in it. */
export function filesOf(files: ReadonlyMap<string, string>): FileSystem {
  const lists = new Map<string, string[]>();
  for (const path of files.keys()) {
    const slash = path.lastIndexOf('/');
    const directory = path.slice(0, slash);
    const list = lists.get(directory) ?? [];
    lists.set(directory, list);
    list.push(path.slice(slash + 1));
  }
  return {
    read: (path) => {
      const text = files.get(path);
      return text === undefined ? undefined : { text };
    },
    kind: (path) => (files.has(path) ? 'file' : lists.has(path) ? 'directory' : undefined),
    list: (path) => lists.get(path) ?? [],
  };
}
