import { scan } from '../../../core/expressions/scan.ts';

/** An expression in a text: `${…}`, or `$<name>` where `${name}` is meant. */
export interface WrittenExpression {
  readonly kind: 'template' | 'angle';
  /** The JavaScript in it. */
  readonly script: string;
  /** Offsets in the text, `end` behind the closing bracket. */
  readonly start: number;
  readonly end: number;
}

const angle = /\$<([A-Za-z_]\w*(?:\.\w+)*)>/g;

/** The expression around an offset of a text as it is written. */
export function expressionAt(text: string, offset: number): WrittenExpression | undefined {
  return expressionsIn(text).find(({ start, end }) => start <= offset && offset <= end);
}

/** The name that a script begins with. */
export function firstName(script: string): string | undefined {
  return /^\s*([A-Za-z_$][\w$]*)/.exec(script)?.[1];
}

function expressionsIn(text: string): WrittenExpression[] {
  const templates = scan(text).parts.flatMap((part): WrittenExpression[] =>
    part.kind === 'expression' ? [{ kind: 'template', script: part.script, start: part.start, end: part.end }] : [],
  );
  const angles = [...text.matchAll(angle)].map((match): WrittenExpression => {
    const start = match.index;
    return { kind: 'angle', script: match[1] ?? '', start, end: start + match[0].length };
  });
  return [
    ...templates,
    ...angles.filter(({ start }) => !templates.some((one) => one.start <= start && start < one.end)),
  ];
}
