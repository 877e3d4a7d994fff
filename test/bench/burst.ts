import { TestConnection } from '../protocol/testConnection.ts';
import { benchFiles } from './benchFiles.ts';
import { floor } from './floor.ts';
import { row, sideBySide } from './measure.ts';
import { workflowText } from './texts.ts';

const presses = 40;
/** Milliseconds from one press to the next: nobody types faster. */
const pause = 40;

/** Where is asked: on keys and in an expression. */
const questions = [
  { name: 'hover on a key', method: 'textDocument/hover', line: 0, character: '  s'.length },
  { name: 'hover on ${name}', method: 'textDocument/hover', line: 0, character: '  sh>: echo "${na'.length },
  { name: 'completion of a key', method: 'textDocument/completion', line: 1, character: '  _'.length },
  { name: 'completion in ${', method: 'textDocument/completion', line: 0, character: '  sh>: echo "${na'.length },
] as const;

/** What an answer may take of a parse, as issues 4 and 6 say: right behind a keystroke that keystroke as well, and never a whole parse. */
const answer = 1 / 20;
const limits = [
  { lines: 5_000, behindKeystroke: 1 / 10 + answer, worst: 1 },
  { lines: 50_000, behindKeystroke: 1 / 20, worst: 1 / 10 },
] as const;

/** Hover and completion over the tree that is already there, over LSP from the question to the answer: best and middle. */
export async function answers(): Promise<string[]> {
  const rows: string[] = [];
  for (const { lines } of limits) {
    rows.push(
      ...(await askAll(lines, 'without edits', ({ best, middle }, name) => [
        [`${name}, best`, best, answer],
        ['— middle', middle, answer],
      ])),
    );
  }
  return rows;
}

/** The same asked in the same tick as an edit, in the middle of a burst, from the edit to the answer: best, middle, worst. */
export async function burst(): Promise<string[]> {
  const rows: string[] = [];
  for (const { lines, behindKeystroke, worst: limit } of limits) {
    rows.push(
      ...(await askAll(lines, 'behind edits', ({ best, middle, worst }, name) => [
        [`${name}, best`, best, behindKeystroke],
        ['— middle', middle, behindKeystroke],
        ['— worst', worst, limit],
      ])),
    );
  }
  return rows;
}

type Row = readonly [name: string, time: number, limit: number];
type Kind = 'behind edits' | 'without edits';

/** Milliseconds. */
interface Times {
  readonly best: number;
  readonly middle: number;
  readonly worst: number;
}

async function askAll(
  lines: number,
  kind: Kind,
  rowsOf: (times: Times, name: string) => readonly Row[],
): Promise<string[]> {
  const text = workflowText(lines);
  const parse = () => floor(text);
  const least = sideBySide(parse, parse, 4000).floor;
  const typist = await Typist.open(text);
  const rows: string[] = [];
  for (const { name, method, line, character } of questions) {
    const position = { line: typist.line + line, character };
    await typist.ask(method, position, 5, kind);
    const taken = (await typist.ask(method, position, presses, kind)).sort((a, b) => a - b);
    const [best = 0, middle = 0, worst = 0] = [taken[0], taken[taken.length >> 1], taken[taken.length - 1]];
    for (const [title, time, limit] of rowsOf({ best, middle, worst }, `${name}, ${lines} lines`)) {
      rows.push(row(title, { time, floor: least }, limit));
    }
  }
  typist.close();
  return rows;
}

/** Types and deletes a character in a `sh>` task in the middle of a text, and asks each time. */
class Typist {
  private version = 1;

  private constructor(
    private readonly connection: TestConnection,
    private readonly uri: string,
    readonly line: number,
  ) {}

  static async open(text: string): Promise<Typist> {
    const connection = new TestConnection({ disk: benchFiles('/project/main.dig', text) });
    const uri = await connection.open('main.dig', text);
    const line = text.slice(0, text.indexOf('sh>: echo "${', text.length / 2)).split('\n').length - 1;
    return new Typist(connection, uri, line);
  }

  close(): void {
    this.connection.client.dispose();
  }

  /** How long each answer took, in milliseconds. */
  async ask(
    method: string,
    position: { line: number; character: number },
    times: number,
    kind: Kind,
  ): Promise<number[]> {
    const { client } = this.connection;
    const taken: number[] = [];
    for (let press = 0; press < times; press++) {
      const started = performance.now();
      await Promise.all([
        ...(kind === 'behind edits' ? [client.sendNotification('textDocument/didChange', this.edit())] : []),
        client.sendRequest(method, { textDocument: { uri: this.uri }, position }),
      ]);
      taken.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return taken;
  }

  private edit() {
    const start = { line: this.line, character: '  sh>: echo "'.length };
    const isTyped = this.version % 2 === 0;
    const end = { ...start, character: start.character + (isTyped ? 1 : 0) };
    this.version++;
    return {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: [{ range: { start, end }, text: isTyped ? '' : 'x' }],
    };
  }
}
