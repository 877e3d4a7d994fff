/**
 * What stops SnakeYAML, thrown inside the reader and caught by it: `readYaml` never throws.
 * Places are UTF-16 offsets; `context` says inside of what the fault was met.
 */
export class Fault {
  constructor(
    readonly java: string,
    readonly problem: string,
    readonly start: number,
    readonly context: { readonly text: string; readonly start: number } | undefined = undefined,
  ) {}
}

/** A fault of the scanner; `context` as in "while scanning a simple key". */
export function scannerFault(problem: string, start: number, context?: string, contextStart?: number): Fault {
  return new Fault('ScannerException', problem, start, inside(context, contextStart));
}

export function parserFault(problem: string, start: number, context?: string, contextStart?: number): Fault {
  return new Fault('ParserException', problem, start, inside(context, contextStart));
}

export function composerFault(problem: string, start: number, context?: string, contextStart?: number): Fault {
  return new Fault('ComposerException', problem, start, inside(context, contextStart));
}

function inside(text: string | undefined, start: number | undefined): Fault['context'] {
  return text === undefined ? undefined : { text, start: start ?? -1 };
}
