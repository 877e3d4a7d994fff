import type { Located, LocatedScalar } from '../../project/located.ts';
import { asText } from '../../value/typed.ts';

/** The text of a plain value that is the same in every run; undefined of `${…}`, lists, maps and nothing. */
export function literalText(value: Located | undefined): string | undefined {
  const text = value?.kind === 'scalar' ? asText(value.value) : undefined;
  return text === undefined || text.includes('${') ? undefined : text;
}

/** A value that is written without quotes in one line. */
export function isPlain(value: Located | undefined): value is LocatedScalar {
  return value?.kind === 'scalar' && value.node?.kind === 'scalar' && value.node.style === 'plain';
}

/** A text in quotes, as YAML reads it back: single quotes where there is nothing to escape. */
export function quoted(text: string): string {
  return /[\n\r\t]/.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}
