import { ParsedDocument } from './document.ts';
import { DocumentReader } from './documentReader.ts';
import type { Fault } from './fault.ts';
import { markedMessage } from './messages.ts';
import type { YamlDocument, YamlError } from './node.ts';
import { blockStart, findUnprintable } from './printable.ts';

/**
 * Reads a text as Digdag's YAML loader does (SnakeYAML 1.23). It answers for every text: what is readable of a broken one, and why Digdag
 * refuses it.
 */
export function readYaml(text: string): YamlDocument {
  const unprintable = findUnprintable(text);
  const reader = new DocumentReader(unprintable < 0 ? text : text.split('\0').join('\ufffd'));
  reader.read();
  const refused = unprintable < 0 ? undefined : unprintableError(text, unprintable);
  const [first] = reader.faults;
  const errors = reader.faults.map((fault) => toError(text, fault));
  if (refused && first && reader.reachedAtFirst < blockStart(text, unprintable)) errors.push(refused);
  else if (refused) errors.unshift(refused);
  const { root, hasAliases, hasMarkers } = reader;
  return new ParsedDocument(text, root, errors, { hasAliases, hasMarkers });
}

function toError(text: string, fault: Fault): YamlError {
  const { java, problem, start, context } = fault;
  const message = markedMessage(text, fault);
  return { java, problem, message, start, end: Math.min(start + 1, text.length), context };
}

function unprintableError(text: string, start: number): YamlError {
  const code = (text.codePointAt(start) ?? 0).toString(16).toUpperCase();
  const message = 'special characters are not allowed';
  const problem = `unacceptable code point (0x${code}): ${message}`;
  return { java: 'ReaderException', message, problem, start, end: start + 1 };
}
