/**
 * A text for a notification. VS Code makes `[text](command:…)` in one a link that runs a command, and what a server, a file or a workflow says
 * must not become one.
 */
export function unlinked(message: string): string {
  return message.replaceAll('](', '] (');
}
