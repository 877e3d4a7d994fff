/** Colours for a terminal, or none. */
export type Style = Readonly<Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue', (text: string) => string>>;

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
} as const;

/** Colours where the stream is a terminal and NO_COLOR is not set (or FORCE_COLOR is). */
export function styleFor(
  stream: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): Style {
  const coloured = !env.NO_COLOR && (Boolean(env.FORCE_COLOR) || stream.isTTY === true);
  const paint = (name: keyof typeof codes) => {
    const [on, off] = codes[name];
    return (text: string) => (coloured ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  };
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    green: paint('green'),
    yellow: paint('yellow'),
    blue: paint('blue'),
  };
}
