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
  outcome?: { exitCode: number };
}

const rules = new Set(['key-order', 'parallel-store', 'schedule-variable', 'undefined-variable']);

it.each(['run', 'http'])(
  'nothing is said of variables in the recorded runs of %s that succeed',
  (kind) => {
    const path = `../shared/conformance/${kind}.jsonl`;
    if (!existsSync(path)) return;
    const found = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Case)
      .filter(({ exitCode, outcome }) => (exitCode ?? outcome?.exitCode) === 0)
      .flatMap(findings);
    expect(found).toEqual([]);
  },
  60_000,
);

function findings({ id, files, dig, main = 'main.dig' }: Case): string[] {
  const contents = files ?? { [main]: dig ?? '' };
  const fs = memoryFileSystem(Object.fromEntries(Object.entries(contents).map(([path, text]) => [`/p/${path}`, text])));
  const project = new Project(fs, '/p');
  return Object.keys(contents)
    .filter((path) => path.endsWith('.dig'))
    .flatMap((path) => checkFile(fs, `/p/${path}`, { project })?.findings ?? [])
    .filter(({ rule, severity }) => rules.has(rule) && (severity === 'warning' || severity === 'error'))
    .map(({ rule, message, path, severity }) => `${id}: ${rule} ${severity} ${path} ${JSON.stringify(message)}`);
}
