import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { requestTargets } from './targets.ts';

it('finds the tasks that send requests, also in workflows that are called, each file once', () => {
  const files = memoryFileSystem({
    '/p/main.dig':
      '+a:\n  http>: http://h/\n+b:\n  call>: sub/other\n+c:\n  loop>: 1\n  _do:\n    http_call>: http://h/\n',
    '/p/sub/other.dig':
      '+d:\n  http_call>: http://h/\n+e:\n  call>: other.dig\n+f:\n  require>: main\n+g:\n  call>: ${x}\n',
    '/p/broken.dig': '+a: [\n',
  });
  const found = requestTargets(files, '/p/main.dig', '/p');
  expect(found.map(({ path, fullName, operator }) => [path, fullName, operator])).toEqual([
    ['/p/main.dig', '+main+c^sub', 'http_call'],
    ['/p/main.dig', '+main+a', 'http'],
    ['/p/sub/other.dig', expect.stringMatching(/\+d$/), 'http_call'],
  ]);
  const text = files.read('/p/main.dig')?.text ?? '';
  expect(text.slice(found[1]?.start, found[1]?.end)).toBe('+a:\n  http>: http://h/');
  expect(requestTargets(files, '/p/broken.dig', '/p')).toEqual([]);
});
