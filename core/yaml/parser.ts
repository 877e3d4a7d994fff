import { composerFault, Fault, parserFault } from './fault.ts';
import { Frame, type FrameKind } from './frames.ts';
import { deepestNesting } from './nesting.ts';
import type { Node, Properties } from './node.ts';
import { emptyScalar, ParsedAlias, ParsedMapping, ParsedScalar, ParsedSequence } from './nodes.ts';
import type { Scanner } from './scanner.ts';
import { readProperties, TagHandles } from './tags.ts';
import type { Token } from './token.ts';

/**
 * Builds the tree from the tokens, in one pass, by the grammar of SnakeYAML's ParserImpl and the aliases of its Composer.
 * It throws a Fault where they would stop; the frames then hold what was read so far.
 */
export class Parser {
  readonly frames: Frame[] = [];
  root: Node | null = null;
  hasAliases = false;
  /** Whether there is a `%`, `---` or `...` line. */
  hasMarkers = false;
  private readonly anchors = new Map<string, Node>();
  private readonly handles = new TagHandles();
  /** End of the last token that a person wrote. */
  lastEnd = 0;

  constructor(readonly scanner: Scanner) {}

  /** Reads the one document of the stream. */
  document(): void {
    const { scanner } = this;
    const kind = scanner.kind();
    if (kind === '<directive>' || kind === '<document start>' || kind === '<stream end>') {
      if (!this.documentStart()) return;
      const next = scanner.kind();
      if (
        next === '<directive>' ||
        next === '<document start>' ||
        next === '<document end>' ||
        next === '<stream end>'
      ) {
        this.root = emptyScalar(scanner.peek().start);
      } else {
        this.node(true, false);
      }
    } else {
      this.node(true, false);
    }
    this.finish();
  }

  /** Reads on until all frames are closed, then the end of the stream. */
  finish(): void {
    const { frames, scanner } = this;
    for (let frame = frames[frames.length - 1]; frame; frame = frames[frames.length - 1]) this.step(frame);
    if (scanner.kind() === '<document end>') {
      scanner.next();
      this.hasMarkers = true;
    }
    const next = scanner.peek();
    if (!this.documentStart()) return;
    const problem = 'but found another document';
    throw composerFault(problem, next.start, 'expected a single document in the stream', this.root?.start ?? 0);
  }

  /** Reads `---` and the directives before it; false at the end of the stream. */
  private documentStart(): boolean {
    const { scanner } = this;
    while (scanner.kind() === '<document end>') {
      scanner.next();
      this.hasMarkers = true;
    }
    if (scanner.kind() === '<stream end>') return false;
    this.hasMarkers = true;
    this.handles.readDirectives(scanner);
    const token = scanner.peek();
    if (token.kind !== '<document start>') {
      throw parserFault(`expected '<document start>', but found '${token.kind}'`, token.start);
    }
    scanner.next();
    return true;
  }

  private step(frame: Frame) {
    switch (frame.kind) {
      case 'block mapping':
        return this.blockMapping(frame);
      case 'block sequence':
        return this.blockSequence(frame);
      case 'indentless sequence':
        return this.indentlessSequence(frame);
      case 'flow mapping':
        return this.flowMapping(frame);
      case 'flow sequence':
        return this.flowSequence(frame);
      case 'pair':
        return this.pair(frame);
    }
  }

  private blockMapping(frame: Frame) {
    const { scanner } = this;
    const token = scanner.peek();
    if (frame.state === 'value') {
      frame.state = 'key';
      if (token.kind !== ':') return frame.add(emptyScalar(token.start));
      this.take();
      const next = scanner.kind();
      if (next === '?' || next === ':' || next === '<block end>') return frame.add(emptyScalar(token.end));
      return this.node(true, true);
    }
    if (token.kind === '?') {
      this.take();
      frame.state = 'value';
      const next = scanner.kind();
      if (next === '?' || next === ':' || next === '<block end>') return frame.add(emptyScalar(token.end));
      return this.node(true, true);
    }
    if (token.kind !== '<block end>') throw noBlockEnd('while parsing a block mapping', frame, token);
    scanner.next();
    this.close(frame);
  }

  private blockSequence(frame: Frame) {
    const { scanner } = this;
    const token = scanner.peek();
    if (token.kind === '-') {
      this.take();
      const next = scanner.kind();
      if (next === '-' || next === '<block end>') return frame.add(emptyScalar(token.end));
      return this.node(true, false);
    }
    if (token.kind !== '<block end>') throw noBlockEnd('while parsing a block collection', frame, token);
    scanner.next();
    this.close(frame);
  }

  private indentlessSequence(frame: Frame) {
    const { scanner } = this;
    const token = scanner.peek();
    if (token.kind !== '-') return this.close(frame);
    this.take();
    const next = scanner.kind();
    if (next === '-' || next === '?' || next === ':' || next === '<block end>')
      return frame.add(emptyScalar(token.end));
    return this.node(true, false);
  }

  private flowMapping(frame: Frame) {
    const { scanner } = this;
    if (frame.state !== 'key') return this.flowValue(frame, '}');
    if (!this.flowNext(frame, '}', 'while parsing a flow mapping')) return;
    const token = scanner.peek();
    frame.state = token.kind === '?' ? 'value' : 'no value';
    if (token.kind !== '?') return this.node(false, false);
    this.take();
    const next = scanner.kind();
    if (next === ':' || next === ',' || next === '}') return frame.add(emptyScalar(token.end));
    return this.node(false, false);
  }

  private flowSequence(frame: Frame) {
    if (!this.flowNext(frame, ']', 'while parsing a flow sequence')) return;
    const token = this.scanner.peek();
    if (token.kind !== '?') return this.node(false, false);
    this.open('pair', new ParsedMapping(token.start, true, undefined), token);
  }

  private pair(frame: Frame) {
    const { scanner } = this;
    if (frame.state === 'value') return this.flowValue(frame, ']');
    if (!frame.first) return this.close(frame);
    frame.first = false;
    frame.state = 'value';
    const token = this.take();
    const next = scanner.kind();
    if (next === ':' || next === ',' || next === ']') return frame.add(emptyScalar(token.end));
    return this.node(false, false);
  }

  private flowValue(frame: Frame, closing: ']' | '}') {
    const { scanner } = this;
    const hasValue = frame.state === 'value';
    frame.state = 'key';
    const token = scanner.peek();
    if (token.kind !== ':' || !hasValue) return frame.add(emptyScalar(token.start));
    this.take();
    const next = scanner.kind();
    if (next === ',' || next === closing) return frame.add(emptyScalar(token.end));
    return this.node(false, false);
  }

  /** Goes to the next entry of a flow collection; closes it and answers false where there is none. */
  private flowNext(frame: Frame, closing: ']' | '}', context: string): boolean {
    const { scanner } = this;
    let token = scanner.peek();
    if (token.kind !== closing && !frame.first) {
      if (token.kind !== ',') {
        throw parserFault(`expected ',' or '${closing}', but got ${token.kind}`, token.start, context, frame.start);
      }
      this.take();
      token = scanner.peek();
    }
    frame.first = false;
    if (token.kind !== closing) return true;
    this.take();
    this.close(frame);
    return false;
  }

  /** Reads a node: a whole scalar or alias, or the beginning of a collection. */
  private node(block: boolean, indentless: boolean) {
    const { scanner } = this;
    let token = scanner.peek();
    if (token.kind === '<scalar>') return this.scalar(undefined);
    if (token.kind === '<alias>') return this.alias();
    let properties: Properties | undefined;
    if (token.kind === '<anchor>' || token.kind === '<tag>') {
      properties = readProperties(scanner, this.handles);
      this.lastEnd = properties.end;
      token = scanner.peek();
    }
    switch (token.kind) {
      case '<scalar>':
        return this.scalar(properties);
      case '[':
        this.take();
        return this.open('flow sequence', new ParsedSequence(token.start, true, properties), token);
      case '{':
        this.take();
        return this.open('flow mapping', new ParsedMapping(token.start, true, properties), token);
      case '-':
        if (!indentless) break;
        return this.open('indentless sequence', new ParsedSequence(token.start, false, properties), token);
      case '<block sequence start>':
        if (!block) break;
        scanner.next();
        return this.open('block sequence', new ParsedSequence(token.start, false, properties), token, token.column);
      case '<block mapping start>':
        if (!block) break;
        scanner.next();
        return this.open('block mapping', new ParsedMapping(token.start, false, properties), token, token.column);
      default:
        break;
    }
    if (properties) return this.deliver(emptyScalar(this.lastEnd, properties), properties);
    const problem = `expected the node content, but found '${token.kind}'`;
    throw parserFault(problem, token.start, `while parsing a ${block ? 'block' : 'flow'} node`, token.start);
  }

  private scalar(properties: Properties | undefined): void {
    const token = this.take();
    this.deliver(new ParsedScalar(token.start, token.end, properties, token.text, token.style), properties);
  }

  private alias(): void {
    const token = this.take();
    this.hasAliases = true;
    const target = this.anchors.get(token.text);
    this.deliver(new ParsedAlias(token.start, token.end, token.text, target), undefined);
    if (!target) throw composerFault(`found undefined alias ${token.text}`, token.start);
  }

  private open(kind: FrameKind, node: ParsedMapping | ParsedSequence, token: Token, column = -1): void {
    if (this.frames.length >= deepestNesting) throw new Fault('StackOverflowError', 'nested too deeply', token.start);
    if (node.properties?.anchor) this.anchors.set(node.properties.anchor, node);
    this.frames.push(new Frame(kind, node, token.start, column));
  }

  /** Ends the innermost collection behind what was read last. */
  close(frame: Frame): void {
    this.frames.pop();
    frame.node.end = Math.max(this.lastEnd, frame.node.start);
    this.deliver(frame.node, undefined);
  }

  private deliver(node: Node, properties: Properties | undefined): void {
    if (properties?.anchor) this.anchors.set(properties.anchor, node);
    const frame = this.frames[this.frames.length - 1];
    if (frame) frame.add(node);
    else this.root = node;
  }

  private take(): Token {
    const token = this.scanner.next();
    this.lastEnd = token.end;
    return token;
  }
}

function noBlockEnd(context: string, frame: Frame, token: Token): Fault {
  return parserFault(`expected <block end>, but found '${token.kind}'`, token.start, context, frame.start);
}
