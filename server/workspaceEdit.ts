import type { TextDocumentEdit, WorkspaceEdit, TextEdit as WrittenEdit } from 'vscode-languageserver/node';
import type { FileChange, TextEdit } from '../core/rules/finding.ts';
import type { Services } from './services.ts';

/** Edits of several files as a client takes them, with files to make and to rename where it said that it can. */
export function workspaceEdit(
  services: Services,
  edits: Iterable<TextEdit>,
  files: readonly FileChange[] = [],
): WorkspaceEdit {
  const changes: Record<string, WrittenEdit[]> = {};
  for (const edit of edits) {
    const uri = services.uri(edit.path);
    changes[uri] ??= [];
    changes[uri].push({ range: services.range(edit), newText: edit.newText });
  }
  if (files.length === 0) return { changes };
  const documents = Object.entries(changes).map(([uri, written]) => documentEdit(uri, written));
  return { documentChanges: [...documents, ...files.flatMap((file) => operations(services, file))] };
}

/** Whether the client can do what a fix asks for. */
export function canApply({ client }: Services, { files = [] }: { readonly files?: readonly FileChange[] }): boolean {
  return files.every(({ kind }) => client.fileOperations.has(kind));
}

function operations(services: Services, file: FileChange): NonNullable<WorkspaceEdit['documentChanges']> {
  const uri = services.uri(file.path);
  if (file.kind === 'rename') {
    return [{ kind: 'rename', oldUri: uri, newUri: services.uri(file.to), options: { overwrite: false } }];
  }
  const start = { line: 0, character: 0 };
  const text = documentEdit(uri, [{ range: { start, end: start }, newText: file.text }]);
  return [{ kind: 'create', uri, options: { overwrite: false } }, text];
}

/** Whatever the version is by now: the client refuses edits of a document that has changed in between by itself. */
function documentEdit(uri: string, edits: WrittenEdit[]): TextDocumentEdit {
  return { textDocument: { uri, version: null }, edits };
}
