import { isBreakOrEnd, isDigit, isSpaceBreakOrEnd, isWord } from './characters.ts';
import { Fault, type Fault as FaultType, scannerFault } from './fault.ts';
import { scanTagHandle, scanTagUri, shownAt } from './properties.ts';
import type { Scanner } from './scanner.ts';
import { Token } from './token.ts';

/**
 * Reads a `%` line. The token's text is the directive's name, its extra the value: `1.1` of %YAML, `!handle! prefix` of %TAG.
 */
export function scanDirective(scanner: Scanner): Token {
  const { source } = scanner;
  const start = scanner.position;
  scanner.position++;
  const from = scanner.position;
  while (isWord(source.charCodeAt(scanner.position))) scanner.position++;
  const name = scanner.text.slice(from, scanner.position);
  if (name === '' || !isSpaceBreakOrEnd(source.charCodeAt(scanner.position))) {
    throw expected(scanner, start, 'alphabetic or numeric character');
  }
  let value: string | undefined;
  if (name === 'YAML') value = scanVersion(scanner, start);
  else if (name === 'TAG') value = scanTagDirective(scanner, start);
  const end = scanner.position;
  if (value === undefined) skipLine(scanner);
  skipRest(scanner, start);
  return new Token('<directive>', start, end, name, 'plain', value);
}

function scanVersion(scanner: Scanner, start: number): string {
  skipSpaces(scanner);
  const major = scanNumber(scanner, start);
  if (scanner.source.charCodeAt(scanner.position) !== 46) throw expected(scanner, start, "a digit or '.'");
  scanner.position++;
  const minor = scanNumber(scanner, start);
  if (!isSpaceBreakOrEnd(scanner.source.charCodeAt(scanner.position))) throw expected(scanner, start, "a digit or ' '");
  return `${major}.${minor}`;
}

function scanNumber(scanner: Scanner, start: number): number {
  const from = scanner.position;
  while (isDigit(scanner.source.charCodeAt(scanner.position))) scanner.position++;
  if (scanner.position === from) throw expected(scanner, start, 'a digit');
  const digits = scanner.text.slice(from, scanner.position);
  const value = Number(digits);
  if (value > 0x7fffffff) throw new Fault('NumberFormatException', `For input string: "${digits}"`, from);
  return value;
}

function scanTagDirective(scanner: Scanner, start: number): string {
  skipSpaces(scanner);
  const handle = scanTagHandle(scanner, 'directive', start);
  if (scanner.source.charCodeAt(scanner.position) !== 32) throw expected(scanner, start, "' '");
  skipSpaces(scanner);
  const prefix = scanTagUri(scanner, 'directive', start);
  if (!isSpaceBreakOrEnd(scanner.source.charCodeAt(scanner.position))) throw expected(scanner, start, "' '");
  return `${handle} ${prefix}`;
}

function skipRest(scanner: Scanner, start: number): void {
  skipSpaces(scanner);
  if (scanner.source.charCodeAt(scanner.position) === 35) skipLine(scanner);
  if (scanner.lineBreak() === '' && scanner.source.charCodeAt(scanner.position) !== 0) {
    throw expected(scanner, start, 'a comment or a line break');
  }
}

function skipSpaces(scanner: Scanner): void {
  while (scanner.source.charCodeAt(scanner.position) === 32) scanner.position++;
}

function skipLine(scanner: Scanner): void {
  while (!isBreakOrEnd(scanner.source.charCodeAt(scanner.position))) scanner.position++;
}

function expected(scanner: Scanner, start: number, what: string): FaultType {
  const problem = `expected ${what}, but found ${shownAt(scanner.source, scanner.position)}`;
  return scannerFault(problem, scanner.position, 'while scanning a directive', start);
}
