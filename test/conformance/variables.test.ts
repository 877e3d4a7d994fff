import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkFile } from '../../core/check.ts';
import { Project } from '../../core/project/project.ts';
import { memoryFileSystem } from '../support/memoryFileSystem.ts';

interface Case {
  id: string;
  files?: Record<string, string>;
  dig?: string;
  main?: string;
  exitCode?: number;
  error?: string[];
  outcome?: { exitCode: number };
}

const rules = new Set(['key-order', 'parallel-store', 'schedule-variable', 'undefined-variable']);

it.each(['run', 'http'])(
  'nothing is said of variables in the recorded runs of %s that succeed',
  (kind) => {
    const path = `../shared/conformance/${kind}.jsonl`;
    if (!existsSync(path)) return;
    const found = casesOf(path)
      .filter(({ exitCode, outcome }) => (exitCode ?? outcome?.exitCode) === 0)
      .flatMap((of) => findings(of, rules));
    expect(found).toEqual([]);
  },
  60_000,
);

const undefinedRules = new Set([...rules, 'shell-variable', 'template-file', 'nested-reference']);

it('names that a recorded run does not know are found before', () => {
  const path = '../shared/conformance/run.jsonl';
  if (!existsSync(path)) return;
  const failed = casesOf(path).flatMap((of) => {
    const name = /ReferenceError: "?(\w+)"? is not defined/.exec(of.error?.join('\n') ?? '')?.[1];
    return name === undefined ? [] : [{ ...of, name }];
  });
  const missed = failed.filter(
    (of) => !findings(of, undefinedRules, true).some((finding) => finding.includes(of.name)),
  );
  expect(failed.length).toBeGreaterThan(10);
  expect(missed.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
});

function casesOf(path: string): Case[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Case);
}

function findings({ id, files, dig, main = 'main.dig' }: Case, of: ReadonlySet<string>, all = false): string[] {
  const contents = files ?? { [main]: dig ?? '' };
  const fs = memoryFileSystem(Object.fromEntries(Object.entries(contents).map(([path, text]) => [`/p/${path}`, text])));
  const project = new Project(fs, '/p');
  return Object.keys(contents)
    .filter((path) => path.endsWith('.dig'))
    .flatMap((path) => checkFile(fs, `/p/${path}`, { project })?.findings ?? [])
    .filter(({ rule, severity }) => of.has(rule) && (all || severity === 'warning' || severity === 'error'))
    .map(({ rule, message, path, severity }) => `${id}: ${rule} ${severity} ${path} ${JSON.stringify(message)}`);
}
