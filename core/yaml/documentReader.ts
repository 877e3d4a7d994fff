import { Fault } from './fault.ts';
import type { Node } from './node.ts';
import { Parser } from './parser.ts';
import { Recovery } from './recovery.ts';
import { scannerOf } from './scanners.ts';

/** A broken text is read on so often, and so many characters of it twice, until the rest is left alone. */
const mostRecoveries = 200;
const mostReread = 4;

/** Reads the one document of a text; behind a fault it goes on where it can. */
export class DocumentReader {
  /** The first is Digdag's; the others are those that the first cannot have caused. */
  readonly faults: Fault[] = [];
  /** How far the text was read when the first fault was met. */
  reachedAtFirst = 0;
  private readonly parser: Parser;
  private readonly recovery: Recovery;

  constructor(private readonly text: string) {
    this.parser = new Parser(scannerOf(text));
    this.recovery = new Recovery(this.parser);
  }

  get root(): Node | null {
    return this.parser.root;
  }

  get hasAliases(): boolean {
    return this.parser.hasAliases;
  }

  get hasMarkers(): boolean {
    return this.parser.hasMarkers;
  }

  read(): void {
    const { parser, recovery } = this;
    let budget = this.text.length * mostReread + 10_000;
    let fault = this.attempt(() => parser.document());
    let isIndependent = true;
    for (let count = 0; fault; count++) {
      if (isIndependent) this.faults.push(fault);
      const reached = parser.scanner.position;
      if (count === mostRecoveries || budget < 0 || !recovery.resumeBehind(fault)) {
        recovery.giveUp();
        return;
      }
      budget -= Math.max(0, reached - parser.scanner.position);
      isIndependent = recovery.isIndependent;
      fault = this.attempt(() => parser.finish());
    }
  }

  private attempt(read: () => void): Fault | undefined {
    try {
      read();
      return undefined;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (this.faults.length === 0) this.reachedAtFirst = this.parser.scanner.position;
      return error;
    }
  }
}
