import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { loadFile } from '../../../core/project/load.ts';
import { compileWorkflow } from '../../../core/workflow/compile.ts';
import { memoryFileSystem } from '../../support/memoryFileSystem.ts';

/** Texts by URI. */
export type Files = ReadonlyMap<string, string>;

/** The files after the edits of a workspace. Throws where edits overlap. */
export function edited(files: Files, { changes = {}, documentChanges = [] }: WorkspaceEdit): Map<string, string> {
  const after = new Map(files);
  const plain = Object.entries(changes).map(([uri, edits]) => ({ textDocument: { uri }, edits }));
  for (const change of [...plain, ...documentChanges]) {
    if ('edits' in change) {
      const { uri } = change.textDocument;
      const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
      after.set(uri, TextDocument.applyEdits(TextDocument.create(uri, 'digdag', 1, after.get(uri) ?? ''), edits));
    } else if (change.kind === 'rename') {
      after.set(change.newUri, after.get(change.oldUri) ?? '');
      after.delete(change.oldUri);
    } else if (change.kind === 'create') {
      after.set(change.uri, '');
    }
  }
  return after;
}

/** What Digdag says of a workflow, in its words where it refuses it. */
export function verdict(files: Files, uri: string): string {
  const [error, config] = loaded(files, uri);
  if (error) return error.message ?? error.java;
  return config ? (compileWorkflow('main', config).refusal?.message ?? 'ok') : 'nothing';
}

/** What Digdag's loader cannot read in a text; files that are not there apart. */
export function syntaxProblems(text: string): string[] {
  const file = loadFile(memoryFileSystem({ '/main.dig': text }), '/main.dig');
  const errors = file?.errors.filter(({ java }) => java !== 'FileNotFoundException' && java !== 'NoSuchFileException');
  return (errors ?? []).map(({ problem }) => JSON.stringify(problem));
}

function loaded(files: Files, uri: string) {
  const paths = [...files].map(([name, text]) => [new URL(name).pathname, text] as const);
  const file = loadFile(memoryFileSystem(Object.fromEntries(paths)), new URL(uri).pathname);
  return [file?.errors[0], file?.config] as const;
}
