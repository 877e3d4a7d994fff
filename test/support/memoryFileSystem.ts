import type { FileSystem } from '../../core/project/fileSystem.ts';

/** Files given as {absolute path: text}; directories follow from them. */
export function memoryFileSystem(files: Readonly<Record<string, string>>): FileSystem {
  const paths = Object.keys(files);
  return {
    read: (path) => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      return text === undefined ? undefined : { text };
    },
    kind: (path) => {
      if (Object.hasOwn(files, path)) return 'file';
      return paths.some((other) => other.startsWith(`${path}/`)) ? 'directory' : undefined;
    },
    list: (path) => {
      const below = paths.filter((other) => other.startsWith(`${path}/`)).map((other) => other.slice(path.length + 1));
      return [...new Set(below.map((name) => name.split('/')[0] ?? ''))].sort();
    },
  };
}
