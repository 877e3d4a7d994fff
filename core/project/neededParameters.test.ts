import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { neededParameters } from './neededParameters.ts';
import { Project } from './project.ts';

it('needed parameters are what a workflow and the files that it calls read and nobody defines', () => {
  const fs = memoryFileSystem({
    '/p/main.dig':
      '_export:\n  own: 1\n+a:\n  echo>: ${table} ${own} ${session_date}\n+b:\n  call>: sub/child\n+c:\n  echo>: ${table} ${date}\n',
    '/p/sub/child.dig': '+x:\n  echo>: ${own} ${region}\n',
    '/p/other.dig': '+x:\n  echo>: ${unrelated}\n',
  });
  const names = neededParameters(fs, new Project(fs, '/p'), '/p/main.dig').map(({ name }) => name);
  expect(names).toEqual(['table', 'date', 'region']);
});
