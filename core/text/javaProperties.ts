/** A `.properties` text as java.util.Properties reads it: continued lines, escapes, and the last of equal keys counts. */
export function readProperties(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of logicalLines(text)) {
    const { end, valueStart } = keyOf(line);
    found.set(unescaped(line.slice(0, end)), unescaped(line.slice(valueStart)));
  }
  return found;
}

/** Lines without blank ones, comments and leading blanks; a backslash at the end joins a line with the next. */
function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let begun: string | undefined;
  for (const written of text.split(/\r\n|\r|\n/)) {
    const line = written.replace(/^[ \t\f]+/, '');
    // What continues a line may look like a comment.
    if (begun === undefined && (line === '' || /^[#!]/.test(line))) continue;
    const whole = (begun ?? '') + line;
    begun = undefined;
    if (/(?:^|[^\\])(?:\\\\)*\\$/.test(line)) begun = whole.slice(0, -1);
    else lines.push(whole);
  }
  if (begun !== undefined) lines.push(begun);
  return lines;
}

/** A key ends at the first blank, `=` or `:` that no backslash precedes. */
function keyOf(line: string): { readonly end: number; readonly valueStart: number } {
  const key = /^(?:\\.|[^\\=: \t\f])*/s.exec(line)?.[0] ?? '';
  const separator = /^[ \t\f]*[=:]?[ \t\f]*/.exec(line.slice(key.length))?.[0] ?? '';
  return { end: key.length, valueStart: key.length + separator.length };
}

const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code: string | undefined, sign: string) =>
    code === undefined ? (controls[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
