import {
  type CodeAction,
  CodeActionKind,
  CodeAction as CodeActionOfEditor,
  type CodeActionProvider,
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import type { TextEdit } from '../../../core/rules/finding.ts';

interface Offered {
  readonly title: string;
  readonly edit: TextEdit;
}

/**
 * What would change Digdag's verdict, as quick fixes at the task; until the file is edited or the answer is another. The panel tells the verdict:
 * here it is a hint, which stands in no list.
 */
export class Mendings implements CodeActionProvider, Disposable {
  readonly #diagnostics = languages.createDiagnosticCollection('digkit-preview');
  readonly #offered = new WeakMap<Diagnostic, readonly Offered[]>();
  readonly #registrations: readonly Disposable[];

  constructor() {
    this.#registrations = [
      this.#diagnostics,
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#diagnostics.delete(document.uri);
      }),
      languages.registerCodeActionsProvider({ language: 'digdag' }, this, {
        providedCodeActionKinds: [CodeActionKind.QuickFix],
      }),
    ];
  }

  /** @param place of the task's key; nothing is shown there where nothing is offered */
  show(
    place: { readonly path: string; readonly start: number; readonly end: number },
    message: string,
    offered: readonly Offered[],
  ): void {
    const document = documentOf(place.path);
    if (!document) return;
    const range = rangeOf(document, place.start, place.end);
    const others = (this.#diagnostics.get(document.uri) ?? []).filter((known) => !known.range.isEqual(range));
    if (offered.length === 0) {
      this.#diagnostics.set(document.uri, others);
      return;
    }
    const diagnostic = new Diagnostic(range, message, DiagnosticSeverity.Hint);
    diagnostic.source = 'digkit preview';
    this.#offered.set(diagnostic, offered);
    this.#diagnostics.set(document.uri, [...others, diagnostic]);
  }

  provideCodeActions(document: TextDocument, range: Range): CodeAction[] {
    const here = (this.#diagnostics.get(document.uri) ?? []).filter((known) => known.range.intersection(range));
    return here.flatMap((diagnostic) =>
      (this.#offered.get(diagnostic) ?? []).map(({ title, edit }) => {
        const action = new CodeActionOfEditor(title, CodeActionKind.QuickFix);
        action.diagnostics = [diagnostic];
        action.edit = workspaceEdit(document, edit);
        return action;
      }),
    );
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
  }
}

export function workspaceEdit(document: TextDocument, { start, end, newText }: TextEdit): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, start, end), newText);
  return edit;
}

/** Places count in what is on the disk: an open document that says something else has none of them. */
function documentOf(path: string): TextDocument | undefined {
  const uri = Uri.file(path).toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === uri && !document.isDirty);
}

function rangeOf(document: TextDocument, start: number, end: number): Range {
  return new Range(document.positionAt(start), document.positionAt(end));
}
