import type { Random } from '../support/random.ts';

/** Pieces that YAML, Digdag and JavaScript read as signs. */
const pieces = [
  ...':-?,[]{}#&*!|>\'"%@`\\~=<^+ \t\n\r$',
  ...[
    '\r\n',
    '---\n',
    '...\n',
    '<<: ',
    '!include : ',
    '!!str ',
    '&a ',
    '*a',
    '${',
    '}',
    '$<',
    '\u0000',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\ud83d',
    '😀',
    '日本',
  ],
  ...[
    '+a:',
    'echo>: ',
    'sh>: |\n  ',
    '_export:\n',
    '_do:\n  ',
    '_parallel: ',
    '_after: [+a]',
    'schedule:\n  cron>: ',
    '# digkit-disable-file\n',
  ],
  ...['0x', '1e999', '-.inf', '0b_', '9007199254740993', '${a ? "b" : {}}', '${(function(){for(;;);})()}'],
] as const;

/** A text changed at a few random places; `other` is what pieces may be taken from. */
export function mutate(text: string, other: string, random: Random): string {
  let result = text;
  for (let count = 1 + random.below(4); count > 0; count--) result = once(result, other, random);
  return result;
}

function once(text: string, other: string, random: Random): string {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + random.below(12));
  switch (random.below(7)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, at) + random.pick(pieces) + text.slice(at);
    case 2:
      return text.slice(0, at) + random.pick(pieces) + text.slice(end);
    case 3:
      return text.slice(0, end) + text.slice(at);
    case 4: {
      const from = random.below(other.length + 1);
      return text.slice(0, at) + other.slice(from, from + random.below(60)) + text.slice(at);
    }
    case 5:
      return text.slice(0, at);
    default:
      return text.slice(0, at) + ' '.repeat(random.below(8)) + text.slice(at);
  }
}

/** A text made of the grammar's own pieces, line by line with random indentation. */
export function generate(random: Random): string {
  const lines: string[] = [];
  for (let count = random.below(20); count > 0; count--) {
    let line = ' '.repeat(2 * random.below(5));
    for (let parts = 1 + random.below(4); parts > 0; parts--)
      line += random.pick(pieces) + (random.below(3) === 0 ? ' x' : '');
    lines.push(line);
  }
  return lines.join('\n');
}
