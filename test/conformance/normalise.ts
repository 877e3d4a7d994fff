/**
 * Makes recorded and own messages comparable: the project's directory becomes `<project>`, random names become `<uuid>`, and the Java class
 * that some messages begin with (`io.digdag….ModelValidationException: `) goes. All else of a message counts.
 */
export function normalise(message: string | null | undefined, project: string): string {
  return (message ?? '')
    .replaceAll(project, '<project>')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>')
    .replace(/^(?:[a-z]\w*\.)+[A-Z]\w*: /, '');
}
