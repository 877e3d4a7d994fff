import type { Typed } from '../position/typed.ts';

/** What is typed at an offset of a template; undefined outside of `${…}`. */
export function typedInTemplate(text: string, offset: number): Typed | undefined {
  const script = text.lastIndexOf('${', offset - 1) + 2;
  if (script < 2 || script > offset || isClosed(text.slice(script, offset))) return undefined;
  let start = offset;
  let end = offset;
  while (start > script && /[\w$]/.test(text.charAt(start - 1))) start--;
  while (/[\w$]/.test(text.charAt(end))) end++;
  const around = { levels: [], keys: [], items: [] };
  return { ...around, kind: 'expression', isItem: false, inFlow: false, quote: '', start, end, script };
}

/** Digdag counts all braces, also those in texts. */
function isClosed(script: string): boolean {
  let depth = 0;
  for (const [brace] of script.matchAll(/[{}]/g)) {
    if (brace === '{') depth++;
    else if (depth-- === 0) return true;
  }
  return false;
}
