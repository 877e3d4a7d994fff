import { ScriptError } from './es5/token.ts';
import { parseScript } from './parse.ts';
import type { Part } from './scan.ts';
import type { Scripts } from './scripts.ts';
import { offsetInText, type TemplateSource, templateSource } from './source.ts';

/** JavaScript that Digdag's engine refuses before it runs any of it. */
export interface SyntaxFault {
  readonly name: 'SyntaxError' | 'TypeError';
  readonly message: string;
  /** Where in the scanned text, UTF-16 units. */
  readonly offset: number;
}

/**
 * Checks all expressions of one text as Digdag's engine does: as one ECMAScript 5 function, in sloppy mode (GraalJsEngine.java,
 * `js.ecmascript-version` 5). Only the first fault is found.
 */
export function checkSyntax(
  parts: readonly Part[],
  source: TemplateSource = templateSource(parts),
): SyntaxFault | undefined {
  if (source.scripts.length === 0) return undefined;
  const fault = parseFault(source.body);
  return fault && { ...fault, offset: offsetInText(source, fault.offset) };
}

/** As `checkSyntax`, for the texts of one file: an expression that stands on its own is right in every text. */
export function checkKnownSyntax(parts: readonly Part[], scripts: Scripts): SyntaxFault | undefined {
  const right = parts.every((part) => part.kind === 'literal' || part.script === '' || scripts.of(part.script).isRight);
  return right ? undefined : checkSyntax(parts);
}

function parseFault(body: string): SyntaxFault | undefined {
  const error = parseError(body);
  if (!error) return undefined;
  return { name: runsInGraal(body, error.offset) ? 'TypeError' : 'SyntaxError', ...error };
}

function parseError(body: string): { message: string; offset: number } | undefined {
  try {
    parseScript(body);
    return undefined;
  } catch (error) {
    return error instanceof ScriptError
      ? { message: error.message, offset: error.pos }
      : { message: String(error), offset: 0 };
  }
}

/** GraalJS reads `10n` and `for (x of list)` even as ECMAScript 5, and fails with a TypeError when they run. */
function runsInGraal(body: string, offset: number): boolean {
  const rest = body.slice(offset);
  const accepted = /^n\b/.test(rest)
    ? cut(body, offset, 1, '')
    : /^of\b/.test(rest)
      ? cut(body, offset, 2, 'in')
      : body;
  return accepted !== body && parseError(accepted) === undefined;
}

function cut(text: string, offset: number, length: number, replacement: string): string {
  return text.slice(0, offset) + replacement + text.slice(offset + length);
}
