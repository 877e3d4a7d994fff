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

/** Hover and completion asked in the same tick as an edit, in the middle of a burst, over LSP from the edit to the answer: best, middle, worst. */
export async function burst(): Promise<string[]> {
  const rows: string[] = [];
  for (const lines of [5_000, 50_000]) rows.push(...(await burstAt(lines)));
  return rows;
}

async function burstAt(lines: number): Promise<string[]> {
  const text = workflowText(lines);
  const parse = () => floor(text);
  const least = sideBySide(parse, parse, 4000).floor;
  const typist = await Typist.open(text);
  const rows: string[] = [];
  for (const { name, method, line, character } of questions) {
    const position = { line: typist.line + line, character };
    await typist.ask(method, position, 5);
    const taken = (await typist.ask(method, position, presses)).sort((a, b) => a - b);
    const [best = 0, middle = 0, worst = 0] = [taken[0], taken[taken.length >> 1], taken[taken.length - 1]];
    rows.push(
      row(`${name}, ${lines} lines, best`, { time: best, floor: least }, 1 / 20),
      row('— middle', { time: middle, floor: least }, 1 / 20),
      row('— worst', { time: worst, floor: least }, 1 / 10),
    );
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
  async ask(method: string, position: { line: number; character: number }, times: number): Promise<number[]> {
    const { client } = this.connection;
    const taken: number[] = [];
    for (let press = 0; press < times; press++) {
      const started = performance.now();
      await Promise.all([
        client.sendNotification('textDocument/didChange', this.edit()),
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
