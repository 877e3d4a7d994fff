import type { WorkspaceEdit, TextEdit as WrittenEdit } from 'vscode-languageserver/node';
import type { TextEdit } from '../core/rules/finding.ts';
import type { Services } from './services.ts';

/** Edits of several files as a client takes them. */
export function workspaceEdit(services: Services, edits: Iterable<TextEdit>): WorkspaceEdit {
  const changes: Record<string, WrittenEdit[]> = {};
  for (const edit of edits) {
    const uri = services.uri(edit.path);
    changes[uri] ??= [];
    changes[uri].push({ range: services.range(edit), newText: edit.newText });
  }
  return { changes };
}
