/** Variables that each run has anew, whatever is shown for them. */
export const ofEachRun: ReadonlySet<string> = new Set(['session_uuid', 'session_id', 'attempt_id', 'project_id']);

export function isOfEachRun(name: string): boolean {
  return ofEachRun.has(name);
}
