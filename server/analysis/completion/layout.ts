/** A snippet of block YAML as it is written inside of brackets: `_do:` and the lines below it become `_do: {…}`. */
export function flowed(snippet: string): string {
  return inBrackets(snippet.split('\n'));
}

function inBrackets(lines: readonly string[]): string {
  const parts: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const depth = depthOf(line);
    const below = lines.slice(at + 1);
    const count = below.findIndex((other) => depthOf(other) <= depth);
    const inner = count < 0 ? below : below.slice(0, count);
    const isList = inner[0]?.trimStart().startsWith('- ') === true;
    const content = isList ? `[${inner.map((item) => item.trim().slice(2)).join(', ')}]` : `{${inBrackets(inner)}}`;
    parts.push(inner.length > 0 ? `${line.trim()} ${content}` : line.trim());
    at += 1 + inner.length;
  }
  return parts.join(', ');
}

function depthOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Following lines moved to the column in which the first begins. */
export function indented(snippet: string, column: number): string {
  return snippet.replaceAll('\n', `\n${' '.repeat(column)}`);
}
