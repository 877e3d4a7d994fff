import {
  type Position,
  type Range,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-textdocument';
import { isDetached, pathOf } from './paths.ts';

/** A document that the client has open. It is one object from opening to closing; its text and version change. */
export class OpenDocument {
  readonly path: string;
  /** It has no files around it: untitled, or the preview of an endpoint's answer. */
  readonly detached: boolean;
  #content: TextDocument;

  constructor(
    readonly uri: string,
    languageId: string,
    version: number,
    text: string,
  ) {
    this.#content = TextDocument.create(uri, languageId, version, text);
    this.path = pathOf(uri);
    this.detached = isDetached(uri);
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
    this.#content = TextDocument.update(this.#content, changes, version);
    return this;
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
