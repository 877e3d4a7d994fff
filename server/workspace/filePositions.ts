import { type Range, TextDocument } from 'vscode-languageserver-textdocument';
import type { FileText } from '../../core/project/fileSystem.ts';

/** Lines and characters of files that are not open, counted once for each of their texts. */
export class FilePositions {
  readonly #known = new WeakMap<FileText, TextDocument>();

  range(file: FileText, start: number, end: number): Range {
    const text = this.#known.get(file) ?? TextDocument.create('', '', 0, file.text);
    this.#known.set(file, text);
    return { start: text.positionAt(start), end: text.positionAt(end) };
  }
}
