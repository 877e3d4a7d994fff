import { commands, languages, TabInputText, type TextDocument, Uri, ViewColumn, window, workspace } from 'vscode';
import { previewScheme } from '../../../server/protocol.ts';
import { VirtualDocuments } from '../../platform/virtualDocuments.ts';

/** Read-only documents of what previews brought. Those of one task have the same address each time, so a second preview replaces the first. */
export class PreviewDocuments extends VirtualDocuments {
  readonly #contents = new Map<string, string>();

  constructor() {
    super(previewScheme);
  }

  provideTextDocumentContent(uri: Uri): string {
    return this.#contents.get(uri.toString()) ?? '';
  }

  protected override closed(uri: Uri): void {
    this.#contents.delete(uri.toString());
  }

  /** Shows a returned workflow where it was before, else beside the active editor; it takes the focus. */
  async show(uri: Uri, content: string): Promise<void> {
    const document = await this.#open(uri, content);
    await window.showTextDocument(document, { viewColumn: columnOf(uri) ?? ViewColumn.Beside, preview: false });
  }

  /** VS Code's own comparison of two texts of one task, where the later one is shown, else where the source is: beside the panel. */
  async compare(before: readonly [Uri, string], after: readonly [Uri, string], title: string): Promise<void> {
    for (const [uri, content] of [before, after]) await this.#open(uri, content);
    const viewColumn = columnOf(after[0]) ?? ViewColumn.One;
    await commands.executeCommand('vscode.diff', before[0], after[0], title, { viewColumn });
  }

  async close(uri: Uri): Promise<void> {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs).filter(({ input }) => isText(input, uri));
    if (tabs.length > 0) await window.tabGroups.close(tabs);
  }

  async #open(uri: Uri, content: string): Promise<TextDocument> {
    this.#contents.set(uri.toString(), content);
    this.refresh(uri);
    const document = await workspace.openTextDocument(uri);
    const isWorkflow = uri.path.endsWith('.dig') && document.languageId !== 'digdag';
    return isWorkflow ? languages.setTextDocumentLanguage(document, 'digdag') : document;
  }
}

/** Addresses of what came for a task. */
export function previewUri(source: Uri, name: string): Uri {
  return Uri.from({ scheme: previewScheme, path: `${source.path}/${name}` });
}

function columnOf(uri: Uri): ViewColumn | undefined {
  return window.tabGroups.all.find(({ tabs }) => tabs.some(({ input }) => isText(input, uri)))?.viewColumn;
}

function isText(input: unknown, uri: Uri): boolean {
  return input instanceof TabInputText && input.uri.toString() === uri.toString();
}
