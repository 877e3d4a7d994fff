/** java.util.regex as far as JavaScript's expressions can stand for it. */
export interface JavaRegex {
  /** @param whole the pattern must match all of the text */
  pattern(pattern: string, flags: string, whole: boolean): RegExp;
  /** Java's replacement (`$1`, `${name}`, `\$`) as JavaScript's. */
  replacement(text: string): string;
}

/** Runs inside the sandbox, before ES5 is all there is. Self-contained: it is sent there as text. */
export function makeJavaRegex(): JavaRegex {
  const Expression = RegExp;
  const toText = String;
  const classes: Record<string, string> = {
    Alpha: 'a-zA-Z',
    Digit: '0-9',
    Alnum: 'a-zA-Z0-9',
    Punct: '!-\\/:-@\\[-`{-~',
    Lower: 'a-z',
    Upper: 'A-Z',
    XDigit: '0-9a-fA-F',
    Blank: ' \\t',
    Space: '\\s',
  };
  const unquoted = (_: string, quoted: string): string => quoted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const classText = (all: string, inClass: string | undefined, name: string): string => {
    const known = classes[name];
    if (known !== undefined) return inClass === undefined ? `[${known}]` : inClass + known;
    const script = /^Is([A-Z]\w+)$/.exec(name);
    return script ? all.replace(name, `Script=${script[1]}`) : all;
  };
  /** What JavaScript writes otherwise; possessive quantifiers and atomic groups become plain ones. */
  const translate = (pattern: string): string =>
    pattern
      .replace(/\\Q([\s\S]*?)(?:\\E|$)/g, unquoted)
      .replace(/\\A/g, '^')
      .replace(/\\[zZ]/g, '$')
      .replace(/\\h/g, '[ \\t\\xA0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]')
      .replace(/\\R/g, '(?:\\r\\n|[\\n-\\r\\x85\\u2028\\u2029])')
      .replace(/(\[[^\]]*)?\\p\{(\w+)\}/g, classText)
      .replace(/([*+?}])\+/g, '$1')
      .replace(/\(\?>/g, '(?:');
  return {
    pattern(pattern, flags, whole) {
      const source = translate(pattern);
      const inline = /^\(\?([imsu]+)\)/.exec(source);
      const rest = inline ? source.slice(inline[0].length) : source;
      const more = (inline?.[1] ?? '').replace('u', '') + (/\\p\{/.test(source) ? 'u' : '');
      try {
        return new Expression(whole ? `^(?:${rest})$` : rest, flags + more);
      } catch (error) {
        throw toText(error); // Java's PatternSyntaxException: its text alone reaches the message
      }
    },
    replacement(text) {
      return text.replace(/\\([\s\S])|\$\{(\w+)\}|\$(?![0-9])/g, (_, escaped?: string, name?: string) => {
        if (name !== undefined) return `$<${name}>`;
        if (escaped === undefined) throw 'Illegal group reference';
        return escaped === '$' ? '$$' : escaped;
      });
    },
  };
}
