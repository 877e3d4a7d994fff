import { type Options, type Program, parse, tokenizer, tokTypes } from 'acorn';

const options: Options = { ecmaVersion: 5, sourceType: 'script', allowReturnOutsideFunction: true };

/** What a level of brackets takes of the stack, in operators. */
const bracket = 8;
/** About half of what a thread's stack bears. */
const deepest = 150 * bracket;

const opening = new Set([tokTypes.parenL, tokTypes.bracketL, tokTypes.braceL]);
const closing = new Set([tokTypes.parenR, tokTypes.bracketR, tokTypes.braceR]);
const separating = new Set([tokTypes.comma, tokTypes.semi]);
const flat = new Set([tokTypes.name, tokTypes.num, tokTypes.string, tokTypes.regexp, tokTypes.dot]);

/** JavaScript that is nested too deeply to be read. */
class TooDeep extends SyntaxError {
  constructor(readonly pos: number) {
    super('nested too deeply');
  }
}

/**
 * Reads ECMAScript 5. Throws acorn's SyntaxError with `pos`; also where the nesting is too deep for acorn's recursion: V8 ends the whole process
 * where a regular expression, of which acorn has many, is first used at the end of the stack.
 */
export function parseScript(body: string): Program {
  if (body.length > deepest / bracket) refuseDeep(body);
  return parse(body, options);
}

/** The tree of an expression, whose places are one behind those of the script; undefined where it is no ECMAScript 5. */
export function readScript(script: string): Program | undefined {
  try {
    return parseScript(`(${script}\n)`);
  } catch {
    return undefined; // the rule of syntax tells what is wrong
  }
}

/** Counts brackets that are open and operators in them: binary ones, prefixes, `?:`, `new` and `if` nest without brackets. */
function refuseDeep(body: string): void {
  const outer: number[] = [];
  let depth = 0;
  let base = 0;
  for (const { type, start } of tokenizer(body, options)) {
    if (opening.has(type)) {
      outer.push(base, depth);
      depth += bracket;
      base = depth;
    } else if (closing.has(type)) {
      depth = outer.pop() ?? 0;
      base = outer.pop() ?? 0;
    } else if (separating.has(type)) {
      depth = base;
    } else if (!flat.has(type)) {
      depth++;
    }
    if (depth > deepest) throw new TooDeep(start);
  }
}
