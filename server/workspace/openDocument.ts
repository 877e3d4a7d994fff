import {
  type Position,
  type Range,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-textdocument';
import type { TextChange } from '../../core/yaml/update.ts';
import { isDetached, pathOf } from './paths.ts';
import { mergeChanges } from './textChanges.ts';

/** A document that the client has open. It is one object from opening to closing; its text and version change. */
export class OpenDocument {
  readonly path: string;
  /** It has no files around it: untitled, or the preview of an endpoint's answer. */
  readonly detached: boolean;
  /** It is no workflow: a SQL file or the like, whose `${…}` a task evaluates. */
  readonly isTemplate: boolean;
  #content: TextDocument;
  /** Since it was last taken; null where there was none, undefined where nothing is known to have stayed. */
  #change: TextChange | null | undefined;
  /** Since they were last taken; undefined where nothing is known to have stayed, as of a text that was just opened. */
  #changedLines: string[] | undefined;

  constructor(
    readonly uri: string,
    languageId: string,
    version: number,
    text: string,
  ) {
    this.#content = TextDocument.create(uri, languageId, version, text);
    this.path = pathOf(uri);
    this.detached = isDetached(uri);
    this.isTemplate = languageId !== 'digdag' && !uri.endsWith('.dig');
  }

  get languageId(): string {
    return this.#content.languageId;
  }

  get version(): number {
    return this.#content.version;
  }

  get text(): string {
    return this.#content.getText();
  }

  update(changes: TextDocumentContentChangeEvent[], version: number): this {
    for (const change of changes) {
      const made = this.#changeOf(change);
      const before = made && linesAround(this.text, made.start, made.end);
      this.#change = this.#change ? made && mergeChanges(this.#change, made) : this.#change === null ? made : undefined;
      this.#content = TextDocument.update(this.#content, [change], version);
      if (!made || before === undefined) this.#changedLines = undefined;
      else this.#changedLines?.push(before, linesAround(this.text, made.start, made.start + made.newLength));
    }
    if (changes.length === 0) this.#content = TextDocument.update(this.#content, changes, version);
    return this;
  }

  /** What became of the text since this was last asked; undefined where that is not known. */
  takeChange(): TextChange | undefined {
    const change = this.#change;
    this.#change = null;
    return change === null ? { start: 0, end: 0, newLength: 0 } : change;
  }

  /** The lines that changed since this was last asked, as they were before and after; undefined where that is not known. */
  takeChangedLines(): readonly string[] | undefined {
    const lines = this.#changedLines;
    this.#changedLines = [];
    return lines;
  }

  #changeOf(change: TextDocumentContentChangeEvent): TextChange | undefined {
    if (!('range' in change)) return undefined;
    const one = this.offsetAt(change.range.start);
    const other = this.offsetAt(change.range.end);
    return { start: Math.min(one, other), end: Math.max(one, other), newLength: change.text.length };
  }

  offsetAt(position: Position): number {
    return this.#content.offsetAt(position);
  }

  positionAt(offset: number): Position {
    return this.#content.positionAt(offset);
  }

  range(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}

/** The whole lines in which a range lies. */
function linesAround(text: string, start: number, end: number): string {
  const behind = text.indexOf('\n', end);
  // a negative place would count as the first character
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  return text.slice(from, behind < 0 ? text.length : behind);
}
