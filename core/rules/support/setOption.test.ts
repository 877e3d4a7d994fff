import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../../test/support/memoryFileSystem.ts';
import { loadFile } from '../../project/load.ts';
import { compileWorkflow } from '../../workflow/compile.ts';
import { walkTasks } from '../../workflow/taskNode.ts';
import { applyEdits } from '../applyEdits.ts';
import { setOption } from './setOption.ts';

function set(source: string, value = 'false'): string | undefined {
  const config = loadFile(memoryFileSystem({ '/p/main.dig': source }), '/p/main.dig')?.config;
  if (!config) throw new Error('not loaded');
  const task = [...walkTasks(compileWorkflow('main', config).root)].find(({ name }) => name === '+t');
  const edit = task && setOption(source, task, 'retry', value);
  return edit && applyEdits(source, [edit]);
}

it.each([
  ['+t:\n  http>: x\n', '+t:\n  http>: x\n  retry: false\n'],
  ['+t:\n  http>: x', '+t:\n  http>: x\n  retry: false'],
  ['+t:\r\n  http>: x # why\r\n  a: 1\r\n', '+t:\r\n  http>: x # why\r\n  retry: false\r\n  a: 1\r\n'],
  ['+t:\n  retry: true # now\n  http>: x\n', '+t:\n  retry: false # now\n  http>: x\n'],
  ['+t:\n  retry:\n  http>: x\n', '+t:\n  retry: false\n  http>: x\n'],
  ['+t: {http>: x}\n', '+t: {http>: x, retry: false}\n'],
  ['+t:\n  http>: |\n    x\n+u:\n  echo>: x\n', '+t:\n  http>: |\n    x\n  retry: false\n+u:\n  echo>: x\n'],
])('%j becomes %j', (source, expected) => expect(set(source)).toBe(expected));

it.each(['+t:\n  - http>: x\n', '+t:\n  retry: |\n    x\n  http>: x\n'])('%j is left to a person', (source) =>
  expect(set(source)).toBeUndefined(),
);
