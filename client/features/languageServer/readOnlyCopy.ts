/**
 * Whether documents of a scheme are copies that nobody can change, such as `git:` in a comparison: what is wrong with them would stand in Problems
 * twice, and cannot be mended. A workspace folder that nobody can change is looked at as any other.
 * @param isWritable what VS Code knows of the scheme's file system; undefined where it has none
 * @param folderSchemes the schemes of the workspace folders
 */
export function isReadOnlyCopy(
  scheme: string,
  isWritable: boolean | undefined,
  folderSchemes: readonly string[],
): boolean {
  return isWritable === false && !folderSchemes.includes(scheme);
}
