import { floor } from './floor.ts';
import { type Measured, row, sideBySide } from './measure.ts';
import { ShippedServer } from './shippedServer.ts';
import { workflowText } from './texts.ts';

const lines = 5_000;
const uri = 'untitled:bench.dig';
const rounds = 30;

/** Values in the editor: a hover on a plain `${name}` where the tree is there, and 1,000 hints with a warm sandbox; by the shipped server. */
export async function variables(): Promise<string[]> {
  const server = await ShippedServer.start({ settings: { inlayHints: 'on' } });
  try {
    return [
      await hover(server, workflowText(lines)),
      await hints(server, 'names', namesOnly(), 2),
      await hints(server, 'half of them JavaScript, as people write it', usual(), 2),
      await hints(server, 'each with JavaScript of its own', unusual(), undefined),
    ];
  } finally {
    server.stop();
  }
}

async function hover(server: ShippedServer, text: string): Promise<string> {
  await server.open(uri, text);
  const offset = text.indexOf('${target}', text.length / 2);
  const line = text.slice(0, offset).split('\n').length - 1;
  const position = { line, character: offset - text.lastIndexOf('\n', offset) + 2 };
  const ask = () => server.timed('textDocument/hover', { textDocument: { uri }, position });
  const { answer } = await ask();
  if (!JSON.stringify(answer).includes('prod')) throw new Error(`no hover: ${JSON.stringify(answer)}`);
  return row('hover on ${name}', await beside(text, ask), 1 / 100);
}

async function hints(server: ShippedServer, kind: string, text: string, limit: number | undefined): Promise<string> {
  const name = `untitled:${encodeURIComponent(kind)}.dig`;
  await server.open(name, text);
  const range = { start: { line: 0, character: 0 }, end: { line: 2 * lines, character: 0 } };
  const ask = () => server.timed('textDocument/inlayHint', { textDocument: { uri: name }, range });
  const { answer } = await ask();
  const count = Array.isArray(answer) ? answer.length : 0;
  if (count !== 1000) throw new Error(`${count} hints, not 1,000`);
  return row(`1,000 hints, ${kind}`, await beside(text, ask), limit);
}

/** The least of many answers and of many parses of the text. */
async function beside(text: string, ask: () => Promise<{ readonly took: number }>): Promise<Measured> {
  const parse = () => floor(text);
  let time = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) time = Math.min(time, (await ask()).took);
  return { time, floor: sideBySide(parse, parse, 4000).floor };
}

/** A file of 5,000 lines with 1,000 expressions, which are names. */
function namesOnly(): string {
  return expressions((n) => `\${session_date} \${table_${n}}`);
}

/** The same, of which half compute a date or choose by a parameter, as most workflows do. */
function usual(): string {
  return expressions((n) => `\${${computed[n % computed.length]}} \${table_${n}}`);
}

const computed = [
  "moment(session_time).format('YYYY-MM-DD')",
  "moment(session_time).subtract(1, 'days').format('YYYYMMDD')",
  "target == 'prod' ? 'events' : 'events_dev'",
  'last.rows + 1',
];

/** The same with JavaScript that no two tasks share. */
function unusual(): string {
  return expressions((n) => `\${moment(session_time).add(${n}, 'days').format('YYYY-MM-DD')} \${table_${n} + '_copy'}`);
}

function expressions(of: (n: number) => string): string {
  const task = (n: number) =>
    `# task ${n}\n+task_${n}:\n  _export:\n    table_${n}: events_${n}\n    note: none\n  _retry: 3\n  sh>: |\n    # loads a day\n    load ${of(n)}\n  # done\n`;
  return `_export:\n  target: prod\n  last: {rows: 41}\n${Array.from({ length: lines / 10 }, (_, n) => task(n)).join('')}`;
}
