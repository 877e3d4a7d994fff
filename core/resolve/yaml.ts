import { toJson } from '../value/json.ts';
import type { Value } from '../value/value.ts';

/** Characters that YAML takes for ends of lines, or refuses outside of quotes. */
const special = /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;
const words = /^(?:true|false|null|True|False|Null|NULL)$/;

/** A value that is no collection, as YAML on one line. Texts that could be taken for something else are in quotes. */
export function inlineScalar(value: Value): string {
  if (typeof value !== 'string') return toJson(value);
  const isPlain =
    /^[A-Za-z_$/]/.test(value) && !special.test(value) && !words.test(value) && !/: |:$| #| $/.test(value);
  return isPlain ? value : quoted(value);
}

/** A text of several lines as a block, each line for itself: its first line says how it ends. Undefined where it has to be quoted. */
export function blockScalar(value: Value): { readonly header: string; readonly lines: readonly string[] } | undefined {
  if (typeof value !== 'string' || !value.includes('\n')) return undefined;
  if (/^[ \n]/.test(value) || special.test(value.replaceAll(/[\n\t]/g, ''))) return undefined;
  const ending = /\n*$/.exec(value)?.[0].length ?? 0;
  const header = ending === 0 ? '|-' : ending === 1 ? '|' : '|+';
  return { header, lines: (ending === 0 ? value : value.slice(0, -1)).split('\n') };
}

/** Java's and JSON's escapes are YAML's too, but JSON leaves some characters that YAML takes for ends of lines, or refuses. */
function quoted(text: string): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(text).replaceAll(/[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/gu, escaped);
}
