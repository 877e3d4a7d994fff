import { expect, it } from 'vitest';
import { nodeFileSystem } from '../host/nodeFileSystem.ts';
import { memoryFileSystem } from '../test/support/memoryFileSystem.ts';
import { runDig } from '../test/support/runDig.ts';
import { Simulation } from './simulation.ts';

function read(text: string): Simulation {
  return Simulation.read(memoryFileSystem({ '/p/s.yml': text }), '/p/s.yml');
}

const dig =
  '+load:\n  td>: {data: select 1}\n  store_last_results: true\n+wait:\n  s3_wait>: bucket/key\n' +
  '+show:\n  echo>: ${td.last_results.n} ${s3.last_object.size}\n+other:\n  td>: {data: select 2}\n+end:\n  echo>: ${td.last_results.n}\n';

it('treats operators of services as done, with what the file says of them', async () => {
  const simulation = read(
    'td>: {store: {td: {last_results: {n: 1}}}}\n+other: {output: printed, store: {td: {last_results: {n: 2}}}}\n' +
      's3_wait>:\n  store: {s3: {last_object: {size: 5}}}\n',
  );
  const finished = await runDig(dig, { simulation });
  expect(finished.errors).toEqual([]);
  expect(finished.output).toBe('1 5\nprinted\n2\n');
  const words = finished.events.flatMap((event) => (event.type === 'log' ? [event.message] : []));
  expect(words).toContain('simulated: td> was not called');
});

it('takes services that are not named for done, and lets a task fail', async () => {
  const finished = await runDig('+a:\n  bq>: q.sql\n+b:\n  sh>: exit 1\n', { simulation: read('+b: {fail: no}\n') });
  expect(finished.errors.map(({ message }) => message)).toEqual(['no']);
});

it('without it they say in one line that they do not run here', async () => {
  const finished = await runDig('+a:\n  td>: q.sql\n', { files: nodeFileSystem });
  expect(finished.errors[0]?.message).toMatch(/^td> does not run on this machine: .*--simulate/);
});

it.each([
  ['load: {}\n', "/p/s.yml: 'load' is neither an operator (td>) nor a task (+name)"],
  ['td>: 1\n', '/p/s.yml: td> must be a mapping: store, export, output, fail'],
  ['td>: {stored: {}}\n', "/p/s.yml: td>: 'stored' is unknown; there are store, export, output and fail"],
  ['td>: {store: [1]}\n', "/p/s.yml: td>: 'store' must be a mapping of names to values"],
  ['- td\n', '/p/s.yml: '],
])('says what is wrong with %j', (text, message) => {
  expect(() => read(text)).toThrow(message);
});
