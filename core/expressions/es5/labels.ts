import type { Node } from './reader.ts';
import { ScriptError } from './token.ts';

/** What `break` and `continue` may leave: a statement with a name, a loop or a `switch`. */
interface Label {
  readonly name: string | null;
  kind: 'loop' | 'other' | 'switch';
  /** Where the statement behind a name begins. */
  at?: number;
}

/** The statements around a place of one function, as far as something may leave them. */
export class Labels {
  readonly #around: Label[] = [];

  within<T>(label: Label, read: () => T): T {
    this.#around.push(label);
    const done = read();
    this.#around.pop();
    return done;
  }

  /** A name in front of a statement, which other names may stand in front of. Throws where a statement around has it already. */
  named<T>(name: string, start: number, kind: Label['kind'], at: number, read: () => T): T {
    if (this.#around.some((label) => label.name === name)) {
      throw new ScriptError(`Label '${name}' is already declared`, start);
    }
    for (const label of this.#around.filter((other) => other.at === start)) Object.assign(label, { kind, at });
    return this.within({ name, kind, at }, read);
  }

  /** Throws where there is nothing that is left. */
  checkJump(word: 'break' | 'continue', target: Node | null, start: number): void {
    const isLeft = ({ name, kind }: Label): boolean => {
      if (target) return name === target.name && (word === 'break' || kind === 'loop');
      return kind === 'loop' || (word === 'break' && kind === 'switch');
    };
    if (!this.#around.some(isLeft)) throw new ScriptError(`Unsyntactic ${word}`, start);
  }
}
