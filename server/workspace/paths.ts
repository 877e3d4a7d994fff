import { URI } from 'vscode-uri';

/** A document of another scheme than `file` has no files around it: it is checked alone. */
export function isDetached(uri: string): boolean {
  return !uri.startsWith('file:');
}

/**
 * The path of a document in the server's FileSystem. A detached one has a path that no file has: its name, which is made a workflow's, in a folder of
 * its own, because other documents may have the same (an editor shows several versions of one file by their queries).
 */
export function pathOf(uri: string): string {
  const { scheme, path } = URI.parse(uri);
  if (scheme === 'file') return path;
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.dig$/, '');
  return `/${uri.replaceAll('/', '%2F')}/${name.replace(/[^\w.-]/g, '_')}.dig`;
}

/** The URI of a file; half a character, which no file's name has but a text may, is U+FFFD in it. */
export function uriOf(path: string): string {
  return URI.from({ scheme: 'file', path: path.replace(/\p{Surrogate}/gu, '\ufffd') }).toString();
}
