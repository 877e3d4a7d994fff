import type { ExpressionPart, Part } from './scan.ts';

/** The body of the function that a text becomes. Its variables are Digdag's own, because expressions can see and change them (`${__t}`). */
export interface TemplateSource {
  readonly body: string;
  /** Where each expression's script begins in the body; in order. */
  readonly scripts: readonly { readonly part: ExpressionPart; readonly start: number }[];
}

/** Runs with the parameters as `this`: they are the innermost scope, and a missing name is looked for among the globals. */
export function templateSource(parts: readonly Part[]): TemplateSource {
  const scripts: { part: ExpressionPart; start: number }[] = [];
  let body = 'with(this){\n';
  body += "var __t,__p='',__j=Array.prototype.join,print=function(){__p+=__j.call(arguments,'');};\n";
  body += "__p+='";
  for (const part of parts) {
    if (part.kind === 'literal') {
      body += escaped(part.text);
    } else if (part.script !== '') {
      body += "'+\n((__t=(";
      scripts.push({ part, start: body.length });
      body += `${part.script}))==null?'':(typeof __t=="string"?__t:JSON.stringify(__t)))+\n'`;
    }
  }
  return { body: `${body}';\nreturn __p;\n}\n`, scripts };
}

/** The offset in the scanned text that belongs to an offset in the body: the script that it lies in, else the end of the script before it. */
export function offsetInText(source: TemplateSource, offset: number): number {
  const script = source.scripts.findLast(({ start }) => start <= offset) ?? source.scripts[0];
  if (!script) return 0;
  const { part, start } = script;
  return part.start + 2 + Math.min(Math.max(offset - start, 0), part.script.length);
}

const escapes: Readonly<Record<string, string>> = {
  "'": "\\'",
  '\\': '\\\\',
  '\r': '\\r',
  '\n': '\\n',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

function escaped(text: string): string {
  return text.replace(/['\\\r\n\u2028\u2029]/g, (character) => escapes[character] ?? character);
}
