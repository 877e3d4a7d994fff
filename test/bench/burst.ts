import { TestConnection } from '../protocol/testConnection.ts';
import { floor } from './floor.ts';
import { row, sideBySide } from './measure.ts';
import { workflowText } from './texts.ts';

const lines = 50_000;
const presses = 40;

/** Hover and completion asked in the middle of a burst of edits, over LSP, from the request to its answer: the best and the worst of them. */
export async function burst(): Promise<string[]> {
  const text = workflowText(lines);
  const least = sideBySide(
    () => undefined,
    () => floor(text),
    4000,
  ).floor;
  const connection = new TestConnection({ files: { 'main.dig': text } });
  const uri = await connection.open('main.dig', text);
  const { client } = connection;
  const line = text.slice(0, text.indexOf('echo "', text.length / 2)).split('\n').length - 1;
  const at = { line, character: '  sh>: echo "'.length };
  const textDocument = { uri };
  await client.sendRequest('textDocument/hover', { textDocument, position: at });
  const times = new Map<string, number[]>([
    ['textDocument/hover', []],
    ['textDocument/completion', []],
  ]);
  for (let press = 0; press < presses; press++) {
    for (const [method, taken] of times) {
      const contentChanges = [{ range: { start: at, end: at }, text: 'x' }];
      const version = 2 + 2 * press + (method.endsWith('hover') ? 0 : 1);
      await client.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      const started = performance.now();
      await client.sendRequest(method, { textDocument, position: at });
      taken.push(performance.now() - started);
    }
  }
  client.dispose();
  return [...times].flatMap(([method, taken]) => {
    const sorted = taken.sort((a, b) => a - b);
    const [best = 0, middle = 0, worst = 0] = [sorted[0], sorted[sorted.length >> 1], sorted[sorted.length - 1]];
    return [
      row(`${method}, best`, { time: best, floor: least }, 1 / 10),
      row(`${method}, median`, { time: middle, floor: least }, 1 / 10),
      row(`${method}, worst`, { time: worst, floor: least }, 1 / 4),
    ];
  });
}
