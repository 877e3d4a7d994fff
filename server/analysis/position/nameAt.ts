import { namesOf } from '../../../core/expressions/names.ts';
import { firstName, type WrittenExpression } from './expressionAt.ts';

/** The variable that an expression reads at an offset of the text; the one that it begins with where the offset is on none. */
export function nameAt({ script, start }: WrittenExpression, offset: number): string | undefined {
  const at = offset - start - 2;
  const names = namesOf(script);
  const found = names.find((use) => use.offset <= at && at <= use.offset + use.name.length);
  return found?.name ?? firstName(script);
}
