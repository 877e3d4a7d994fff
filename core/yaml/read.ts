import { scanBlock } from './blockScalar.ts';
import { scanDirective } from './directive.ts';
import { Fault } from './fault.ts';
import { markedMessage } from './messages.ts';
import type { YamlDocument, YamlError } from './node.ts';
import { Parser } from './parser.ts';
import { scanPlain } from './plainScalar.ts';
import { scanAnchor, scanTag } from './properties.ts';
import { scanQuoted } from './quotedScalar.ts';
import { Scanner } from './scanner.ts';

const scanners = {
  plain: scanPlain,
  quoted: scanQuoted,
  block: scanBlock,
  anchor: scanAnchor,
  tag: scanTag,
  directive: scanDirective,
};

/**
 * Reads a text as Digdag's YAML loader does (SnakeYAML 1.23). It answers for every text: what is readable of a broken one, and why Digdag
 * refuses it.
 */
export function readYaml(text: string): YamlDocument {
  const scanner = new Scanner(text, scanners);
  const parser = new Parser(scanner);
  const errors: YamlError[] = [];
  try {
    parser.document();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    errors.push(toError(text, error));
    for (let frame = parser.frames[parser.frames.length - 1]; frame; frame = parser.frames[parser.frames.length - 1]) {
      parser.close(frame);
    }
  }
  return { text, root: parser.root, errors };
}

function toError(text: string, fault: Fault): YamlError {
  const { java, problem, start, context } = fault;
  return { java, problem, message: markedMessage(text, fault), start, end: Math.min(start + 1, text.length), context };
}
