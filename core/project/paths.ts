/** Paths of the FileSystem port: absolute, with `/`. Only text: nothing is looked up. */

/** `path` below `directory`, or `path` itself where it is absolute; `.` and `..` are resolved, as Java's `resolve(…).normalize()` does. */
export function join(directory: string, path: string): string {
  return normalize(path.startsWith('/') ? path : `${directory}/${path}`);
}

/** Resolves `.`, `..` and repeated slashes of an absolute path; `..` at the root stays at the root. */
export function normalize(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return `/${names.join('/')}`;
}

/** The directory of a path; the root is its own directory. */
export function dirname(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/** The last name of a path, without `suffix` where it ends so. */
export function basename(path: string, suffix = ''): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return suffix !== '' && name.endsWith(suffix) && name !== suffix ? name.slice(0, -suffix.length) : name;
}

/** `path` as it is written from `directory`: `b/c` for `/a/b/c` in `/a`; with `..` where it lies elsewhere. */
export function relative(directory: string, path: string): string {
  const from = normalize(directory).split('/').filter(Boolean);
  const to = normalize(path).split('/').filter(Boolean);
  let common = 0;
  while (common < from.length && common < to.length && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** Whether `path` is `directory` or lies below it. */
export function isInside(directory: string, path: string): boolean {
  return path === directory || path.startsWith(directory.endsWith('/') ? directory : `${directory}/`);
}
