import type { Range, SemanticTokens } from 'vscode-languageserver/node';

/** Tells of the places in an answer, however deep, which of them a document does not have. Places of other documents are not looked at. */
export class Places {
  readonly #lengths: readonly number[];

  constructor(
    private readonly uri: string,
    text: string,
  ) {
    this.#lengths = text.split(/\r\n|\r|\n/).map((line) => line.length);
  }

  outside(answer: unknown): string[] {
    const found: string[] = [];
    const stack = [answer];
    while (stack.length > 0) {
      const value = stack.pop();
      if (typeof value !== 'object' || value === null) continue;
      if (isOfOther(value, this.uri)) continue;
      const isOutside = isRange(value)
        ? !this.#has(value)
        : isTokens(value)
          ? !this.#hasTokens(value.data)
          : isFold(value) && !(value.startLine <= value.endLine && value.endLine < this.#lengths.length);
      if (isOutside) found.push(JSON.stringify(value));
      if (isRange(value) || isTokens(value)) continue;
      // the edits of a workspace are in lists below the URIs of their documents
      for (const [key, inner] of Object.entries(value)) if (!key.includes(':/') || key === this.uri) stack.push(inner);
    }
    return found;
  }

  #has({ start, end }: Range): boolean {
    const isOrdered = start.line < end.line || (start.line === end.line && start.character <= end.character);
    return isOrdered && [start, end].every(({ line, character }) => character <= (this.#lengths[line] ?? -1));
  }

  /** Five numbers a token: lines from the one before, characters (from it, on its line), length, and two that tell what it is. */
  #hasTokens(data: readonly number[]): boolean {
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0] = data.slice(at, at + 3);
      line += down;
      character = right + (down > 0 ? 0 : character);
      if (length <= 0 || character + length > (this.#lengths[line] ?? -1)) return false;
    }
    return true;
  }
}

function isOfOther(value: object, uri: string): boolean {
  if ('uri' in value) return value.uri !== uri;
  if (!('textDocument' in value)) return false;
  return (value.textDocument as { readonly uri?: string }).uri !== uri;
}

function isRange(value: object): value is Range {
  return 'start' in value && 'end' in value;
}

function isTokens(value: object): value is SemanticTokens {
  return 'data' in value && 'resultId' in value;
}

function isFold(value: object): value is { readonly startLine: number; readonly endLine: number } {
  return 'startLine' in value && 'endLine' in value;
}
