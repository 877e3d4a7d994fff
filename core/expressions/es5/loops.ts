import { checkTarget, expression } from './expressions.ts';
import { bracket, type Node, type Place } from './reader.ts';
import { ScriptError } from './token.ts';

/** A `for` without its body. */
export type LoopHead =
  | {
      readonly type: 'ForStatement';
      readonly init: Node | null;
      readonly test: Node | null;
      readonly update: Node | null;
    }
  | { readonly type: 'ForInStatement'; readonly left: Node; readonly right: Node };

/** The head of a `for`, its keyword is left. @param declarators reads what stands behind `var` */
export function loopHead(place: Place, declarators: (isHead: boolean) => Node[]): LoopHead {
  const { reader } = place;
  reader.expectSign('(');
  const head = reader.within(bracket, () => parts(place, declarators));
  reader.expectSign(')');
  return head;
}

function parts(place: Place, declarators: (isHead: boolean) => Node[]): LoopHead {
  const { reader } = place;
  const { start } = reader.token;
  let init: Node | null = null;
  if (reader.eatKeyword('var')) {
    const declarations = declarators(true);
    init = { type: 'VariableDeclaration', start, end: reader.lastEnd, declarations, kind: 'var' };
    if (declarations.length === 1 && reader.eatKeyword('in')) {
      if (declarations[0]?.init) {
        throw new ScriptError('for-in loop variable declaration may not have an initializer', start);
      }
      return { type: 'ForInStatement', left: init, right: expression(place) };
    }
  } else if (!reader.isSign(';')) {
    init = expression({ ...place, isHead: true });
    if (reader.isKeyword('in')) {
      checkTarget(reader, init);
      reader.next();
      return { type: 'ForInStatement', left: init, right: expression(place) };
    }
  }
  reader.expectSign(';');
  const test = reader.isSign(';') ? null : expression(place);
  reader.expectSign(';');
  const update = reader.isSign(')') ? null : expression(place);
  return { type: 'ForStatement', init, test, update };
}
