import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TestConnection } from '../protocol/testConnection.ts';
import { benchFiles } from './benchFiles.ts';
import { floor } from './floor.ts';
import { type Measured, row, sideBySide } from './measure.ts';
import { ShippedServer } from './shippedServer.ts';
import { workflowText } from './texts.ts';

const lines = 5_000;
const rounds = 30;
const hovers = 3000;
/** What ten times the file may cost more. */
const growth = 2;

/** 1,000 hints with a warm sandbox, by the shipped server. */
export async function hintsOfValues(): Promise<string[]> {
  const server = await ShippedServer.start({ settings: { inlayHints: 'on' } });
  try {
    return [
      await hints(server, 'names', namesOnly(), 2),
      await hints(server, 'half of them JavaScript, as people write it', usual(), 2),
      await hints(server, 'each with JavaScript of its own', unusual(), undefined),
    ];
  } finally {
    server.stop();
  }
}

/**
 * A hover on a plain `${name}` where the tree is there, by the shipped server in a folder whose files are watched, as VS Code does; and without a
 * second process, which tells what the way there and back costs.
 */
export async function hoverOnValue(): Promise<string[]> {
  const text = workflowText(lines);
  const parse = () => floor(text);
  const base = sideBySide(parse, parse, 4000).floor;
  const [there, larger] = [await hoverTimes(text), await hoverTimes(workflowText(10 * lines))];
  const within = await timesWithin(text);
  return [
    row('hover on ${name}, best', { time: there.best, floor: base }, 1 / 100),
    row('— middle', { time: there.middle, floor: base }),
    row('— in one process with its client, best', { time: within.best, floor: base }, 1 / 100),
    row('— in ten times the file, beside the one in this', { time: larger.best, floor: there.best }, growth),
  ];
}

/** By the shipped server. */
async function hoverTimes(text: string): Promise<Times> {
  const directory = mkdtempSync(join(tmpdir(), 'digkit-bench-'));
  const path = join(directory, 'main.dig');
  writeFileSync(path, text);
  const uri = pathToFileURL(path).href;
  const server = await ShippedServer.start({ settings: {}, folder: pathToFileURL(directory).href });
  try {
    await server.open(uri, text);
    const question = { textDocument: { uri }, position: placeOfName(text) };
    return await timesOf(() => server.timed('textDocument/hover', question));
  } finally {
    server.stop();
    rmSync(directory, { recursive: true });
  }
}

async function timesWithin(text: string): Promise<Times> {
  const connection = new TestConnection({ disk: benchFiles('/project/main.dig', text) });
  const uri = await connection.open('main.dig', text);
  const question = { textDocument: { uri }, position: placeOfName(text) };
  const times = await timesOf(async () => {
    const started = performance.now();
    const answer = await connection.request('textDocument/hover', question);
    return { answer, took: performance.now() - started };
  });
  await connection.dispose();
  return times;
}

/** Milliseconds of many questions, one after another. */
interface Times {
  readonly best: number;
  readonly middle: number;
}

async function timesOf(ask: () => Promise<{ readonly answer: unknown; readonly took: number }>): Promise<Times> {
  const { answer } = await ask();
  if (!JSON.stringify(answer).includes('prod')) throw new Error(`no hover: ${JSON.stringify(answer)}`);
  const times: number[] = [];
  for (let round = 0; round < hovers; round++) times.push((await ask()).took);
  times.sort((one, other) => one - other);
  return { best: times[0] ?? 0, middle: times[hovers >> 1] ?? 0 };
}

/** On `${target}` in the middle of a text. */
function placeOfName(text: string): { line: number; character: number } {
  const offset = text.indexOf('${target}', text.length / 2);
  const line = text.slice(0, offset).split('\n').length - 1;
  return { line, character: offset - text.lastIndexOf('\n', offset) + 2 };
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
