import { placeOfPart } from '../expressions/uses.ts';
import type { LocatedScalar } from '../project/located.ts';
import type { TextEdit } from '../rules/finding.ts';
import { quoted } from '../rules/support/literal.ts';
import { readYaml } from '../yaml/read.ts';

/**
 * The edit that puts other words in place of a part of a text, in the quotes in which it is written; a text without quotes gets some where it
 * needs them then.
 * @param text the value as it is read
 * @param source the text of its file
 * @returns undefined where the part is written otherwise than it is read (escapes, several lines, an alias)
 */
export function replacePart(
  value: LocatedScalar,
  text: string,
  part: { readonly start: number; readonly end: number },
  words: string,
  source: string,
): TextEdit | undefined {
  const place = placeOfPart({ scalar: value, text, known: {} }, part, source);
  if (!place) return undefined;
  const { path, start, end } = value;
  const style = source.charAt(start);
  if (style === '|' || style === '>') return { ...place, newText: words };
  if (style === "'") return { ...place, newText: words.replaceAll("'", "''") };
  if (style === '"') return { ...place, newText: words.replaceAll(/["\\]/g, '\\$&') };
  const after = text.slice(0, part.start) + words + text.slice(part.end);
  const written = source.slice(start, place.start) + words + source.slice(place.end, end);
  return isReadAs(written, after) ? { ...place, newText: words } : { path, start, end, newText: quoted(after) };
}

/** Whether a text without quotes means itself, in block style and between brackets. */
function isReadAs(written: string, text: string): boolean {
  if (text.trim() !== text) return false;
  return [`k: ${written}\n`, `{k: ${written}}\n`].every((line) => {
    const { root, errors } = readYaml(line);
    const value = root?.kind === 'mapping' && root.pairs.length === 1 ? root.pairs[0]?.value : undefined;
    return errors.length === 0 && value?.kind === 'scalar' && value.value === text;
  });
}
