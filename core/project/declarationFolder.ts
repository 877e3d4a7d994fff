/** Where a project, or the workspace around it, describes the operators of its plugins: `*.json` in this folder. */
export const declarationFolder = '.digkit/operators';

/** A file of declarations, by its path. */
export function isDeclaration(path: string): boolean {
  return path.endsWith('.json') && path.slice(0, path.lastIndexOf('/')).endsWith(`/${declarationFolder}`);
}
