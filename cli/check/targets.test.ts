import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { targets } from './targets.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'digkit-targets-'));
  mkdirSync(join(folder, 'a', 'node_modules'), { recursive: true });
  for (const name of ['main.dig', 'a/child.dig', 'a/query.sql', 'a/node_modules/x.dig'])
    writeFileSync(join(folder, name), '');
  symlinkSync(folder, join(folder, 'a', 'circle'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('finds the workflows below a folder, without what packages bring and without following a circle of links', () => {
  expect(targets([folder], '/')).toEqual({
    files: [`${folder}/a/child.dig`, `${folder}/main.dig`],
    top: '/',
    problems: [],
  });
});

it('takes the working directory as the top only where it holds everything', () => {
  expect(targets([`${folder}/a/child.dig`], folder).top).toBe(folder);
  expect(targets([`${folder}/a/child.dig`, `${folder}/main.dig`], `${folder}/a`).top).toBe(folder);
});

it('says what does not exist, and that a folder holds no workflow', () => {
  expect(targets([`${folder}/nope.dig`], folder).problems).toEqual([
    `${folder}/nope.dig does not exist or cannot be read.`,
  ]);
  expect(targets([`${folder}/a/node_modules/none`, `${folder}/main.dig`], folder).files).toEqual([
    `${folder}/main.dig`,
  ]);
  mkdirSync(join(folder, 'empty'));
  expect(targets([`${folder}/empty`], folder).problems[0]).toContain('There is no .dig file');
});
