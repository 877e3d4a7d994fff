import { URI } from 'vscode-uri';

/** A document of another scheme than `file` has no files around it: it is checked alone. */
export function isDetached(uri: string): boolean {
  return !uri.startsWith('file:');
}

/**
 * The path of a document in the server's FileSystem. A detached one gets a path that no file can have, with a name that is a workflow's.
 */
export function pathOf(uri: string): string {
  const { scheme, authority, path } = URI.parse(uri);
  if (scheme === 'file') return path;
  const safe = path.replace(/\.dig$/, '').replace(/[^\w./-]/g, '_');
  return `/${scheme}:${authority}${safe.startsWith('/') ? safe : `/${safe}`}.dig`;
}

/** The URI of a file. */
export function uriOf(path: string): string {
  return URI.from({ scheme: 'file', path }).toString();
}
