import { assignment, expression } from './expressions.ts';
import { Labels } from './labels.ts';
import { loopHead } from './loops.ts';
import { bracket, type Node, type Place, type Reader } from './reader.ts';
import { ScriptError } from './token.ts';

/** Reads statements and functions. */
export class Statements {
  readonly #reader: Reader;
  readonly #place: Place;
  #labels = new Labels();

  constructor(reader: Reader) {
    this.#reader = reader;
    this.#place = { reader, functionFrom: (start, type) => this.#function(start, type) };
  }

  /** A whole script; `return` may stand in it. */
  program(): Node {
    const body: Node[] = [];
    let isPrologue = true;
    while (this.#reader.token.kind !== 'end') {
      body.push(this.#statement());
      isPrologue = isPrologue && this.#takeDirective(body.at(-1));
    }
    return { type: 'Program', start: 0, end: this.#reader.token.end, body };
  }

  /** One expression, whatever follows it. */
  expression(): Node {
    return expression(this.#place);
  }

  #statement(): Node {
    return this.#reader.within(4, () => {
      const { kind, value, start } = this.#reader.token;
      const read = kind === 'keyword' ? this.#ofKeyword(value) : undefined;
      if (read) {
        this.#reader.next();
        return read(start);
      }
      if (this.#reader.isSign('{')) return this.#block();
      if (this.#reader.eatSign(';')) return this.#made('EmptyStatement', start);
      const node = expression(this.#place);
      if (node.type === 'Identifier' && node.start === start && kind === 'name' && this.#reader.eatSign(':')) {
        return this.#labelled(node, start);
      }
      this.#reader.expectSemicolon();
      return this.#made('ExpressionStatement', start, { expression: node });
    });
  }

  /** What reads a statement whose keyword was stepped over. */
  #ofKeyword(word: string): ((start: number) => Node) | undefined {
    switch (word) {
      case 'break':
      case 'continue':
        return (start) => this.#jump(word, start);
      case 'debugger':
        return (start) => this.#ended('DebuggerStatement', start);
      case 'do':
        return (start) => this.#do(start);
      case 'for':
        return (start) => this.#for(start);
      case 'function':
        return (start) => this.#function(start, 'FunctionDeclaration');
      case 'if':
        return (start) => this.#if(start);
      case 'return':
        return (start) => this.#ended('ReturnStatement', start, { argument: this.#optional() });
      case 'switch':
        return (start) => this.#switch(start);
      case 'throw':
        return (start) => this.#throw(start);
      case 'try':
        return (start) => this.#try(start);
      case 'var':
        return (start) =>
          this.#ended('VariableDeclaration', start, { declarations: this.#declarators(false), kind: 'var' });
      case 'while':
        return (start) => this.#made('WhileStatement', start, { test: this.#condition(), body: this.#loopBody() });
      case 'with':
        return (start) => this.#with(start);
      default:
        return undefined;
    }
  }

  #made(type: string, start: number, fields: Readonly<Record<string, unknown>> = {}): Node {
    return { type, start, end: this.#reader.lastEnd, ...fields };
  }

  #ended(type: string, start: number, fields?: Readonly<Record<string, unknown>>): Node {
    this.#reader.expectSemicolon();
    return this.#made(type, start, fields);
  }

  /** The value of a `return`. */
  #optional(): Node | null {
    return this.#reader.isSign(';') || this.#reader.canEndStatement() ? null : expression(this.#place);
  }

  #block(): Node {
    const { start } = this.#reader.token;
    this.#reader.expectSign('{');
    const body: Node[] = [];
    this.#reader.within(bracket, () => {
      while (!this.#reader.isSign('}')) body.push(this.#statement());
    });
    this.#reader.next();
    return this.#made('BlockStatement', start, { body });
  }

  #condition(): Node {
    this.#reader.expectSign('(');
    const node = this.#reader.within(bracket, () => expression(this.#place));
    this.#reader.expectSign(')');
    return node;
  }

  #loopBody(): Node {
    return this.#labels.within({ name: null, kind: 'loop' }, () => this.#statement());
  }

  #labelled(label: Node, start: number): Node {
    const kind = this.#reader.isKeyword('for', 'while', 'do') ? 'loop' : 'other';
    const { start: at } = this.#reader.token;
    const body = this.#labels.named(String(label.name), start, kind, at, () => this.#statement());
    return this.#made('LabeledStatement', start, { body, label });
  }

  #jump(word: 'break' | 'continue', start: number): Node {
    const isBare = this.#reader.isSign(';') || this.#reader.canEndStatement();
    const label = isBare ? null : this.#reader.readName();
    this.#reader.expectSemicolon();
    this.#labels.checkJump(word, label, start);
    return this.#made(word === 'break' ? 'BreakStatement' : 'ContinueStatement', start, { label });
  }

  #do(start: number): Node {
    const body = this.#loopBody();
    this.#reader.expectKeyword('while');
    return this.#ended('DoWhileStatement', start, { body, test: this.#condition() });
  }

  #for(start: number): Node {
    const head = loopHead(this.#place, (isHead) => this.#declarators(isHead));
    const { type, ...parts } = head;
    return this.#made(type, start, { ...parts, body: this.#loopBody() });
  }

  #if(start: number): Node {
    const test = this.#condition();
    const consequent = this.#statement();
    const alternate = this.#reader.eatKeyword('else') ? this.#statement() : null;
    return this.#made('IfStatement', start, { test, consequent, alternate });
  }

  #switch(start: number): Node {
    const discriminant = this.#condition();
    this.#reader.expectSign('{');
    const cases = this.#labels.within({ name: null, kind: 'switch' }, () =>
      this.#reader.within(bracket, () => this.#cases()),
    );
    this.#reader.expectSign('}');
    return this.#made('SwitchStatement', start, { discriminant, cases });
  }

  #cases(): Node[] {
    const cases: Node[] = [];
    let hasDefault = false;
    while (!this.#reader.isSign('}')) {
      const { start, value } = this.#reader.token;
      if (!this.#reader.isKeyword('case', 'default')) this.#reader.unexpected();
      this.#reader.next();
      if (value === 'default' && hasDefault) throw new ScriptError('Multiple default clauses', start);
      hasDefault ||= value === 'default';
      const test = value === 'case' ? expression(this.#place) : null;
      this.#reader.expectSign(':');
      const consequent: Node[] = [];
      while (!this.#reader.isSign('}') && !this.#reader.isKeyword('case', 'default'))
        consequent.push(this.#statement());
      cases.push(this.#made('SwitchCase', start, { consequent, test }));
    }
    return cases;
  }

  #throw(start: number): Node {
    if (this.#reader.token.afterLineBreak) throw new ScriptError('Illegal newline after throw', this.#reader.lastEnd);
    return this.#ended('ThrowStatement', start, { argument: expression(this.#place) });
  }

  #try(start: number): Node {
    const block = this.#block();
    const { start: at } = this.#reader.token;
    let handler: Node | null = null;
    if (this.#reader.eatKeyword('catch')) {
      this.#reader.expectSign('(');
      const param = this.#reader.readBinding();
      this.#reader.expectSign(')');
      handler = this.#made('CatchClause', at, { param, body: this.#block() });
    }
    const finalizer = this.#reader.eatKeyword('finally') ? this.#block() : null;
    if (!handler && !finalizer) throw new ScriptError('Missing catch or finally clause', start);
    return this.#made('TryStatement', start, { block, handler, finalizer });
  }

  #declarators(isHead: boolean): Node[] {
    const declarations: Node[] = [];
    do {
      const { start } = this.#reader.token;
      const id = this.#reader.readBinding();
      const init = this.#reader.eatSign('=') ? assignment({ ...this.#place, isHead }) : null;
      declarations.push(this.#made('VariableDeclarator', start, { id, init }));
    } while (this.#reader.eatSign(','));
    return declarations;
  }

  #with(start: number): Node {
    if (this.#reader.isStrict) throw new ScriptError("'with' in strict mode", start);
    return this.#made('WithStatement', start, { object: this.#condition(), body: this.#statement() });
  }

  /** Behind the keyword, or the key of a getter or setter. */
  #function(start: number, type: string): Node {
    const [reader, labels, wasStrict] = [this.#reader, this.#labels, this.#reader.isStrict];
    const hasName = type === 'FunctionDeclaration' || (type === 'FunctionExpression' && !reader.isSign('('));
    const id = hasName ? reader.readName() : null;
    reader.expectSign('(');
    const params: Node[] = [];
    while (!reader.isSign(')')) {
      if (params.length > 0) reader.expectSign(',');
      params.push(reader.readName());
    }
    reader.next();
    this.#labels = new Labels();
    const body = this.#functionBody();
    // a directive in the body is about the names in front of it as well
    if (reader.isStrict) this.#checkStrictNames(id ? [id, ...params] : params, params);
    this.#labels = labels;
    reader.isStrict = wasStrict;
    return this.#made(type === 'Accessor' ? 'FunctionExpression' : type, start, { id, params, body });
  }

  #functionBody(): Node {
    const { start } = this.#reader.token;
    this.#reader.expectSign('{');
    const body: Node[] = [];
    let isPrologue = true;
    this.#reader.within(bracket, () => {
      while (!this.#reader.isSign('}')) {
        body.push(this.#statement());
        isPrologue = isPrologue && this.#takeDirective(body.at(-1));
      }
    });
    const node = this.#made('BlockStatement', start, { body });
    const { end } = this.#reader.next();
    return { ...node, end };
  }

  /** `'use strict'` and other directives at the beginning of code. @returns whether the statement is one */
  #takeDirective(statement: Node | undefined): boolean {
    const { raw } = (statement?.expression ?? {}) as { raw?: unknown };
    const { start } = statement ?? {};
    if (statement?.type !== 'ExpressionStatement' || typeof raw !== 'string' || !/^["']/.test(raw)) return false;
    if (this.#reader.source(Number(start), Number(start) + raw.length) !== raw) return false;
    if (raw.slice(1, -1) === 'use strict') this.#reader.isStrict = true;
    return true;
  }

  #checkStrictNames(names: readonly Node[], params: readonly Node[]): void {
    for (const name of names) {
      this.#reader.checkName(String(name.name), name.start);
      this.#reader.checkBinding(name);
    }
    for (const [index, { name, start }] of params.entries()) {
      if (params.slice(0, index).some((other) => other.name === name))
        throw new ScriptError('Argument name clash', start);
    }
  }
}
