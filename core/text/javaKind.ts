/**
 * The kind of a Java exception as Digdag shows it in brackets: `config` for ConfigException, `no such file` for NoSuchFileException
 * (TaskExecutionException.formatExceptionMessage). A package before the class's name is left out.
 */
export function javaKind(java: string): string {
  return java
    .replace(/^.*\./, '')
    .replace(/(?:Exception|Error)$/, '')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
