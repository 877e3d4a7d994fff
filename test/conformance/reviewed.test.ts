import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkFile } from '../../core/check.ts';
import { memoryFileSystem } from '../support/memoryFileSystem.ts';

interface Case {
  id: string;
  main: string;
  text: string;
  ok: boolean;
  projectFiles?: string[];
  includes?: Record<string, string>;
}

const corpus = '../shared/conformance/third-party/corpus.jsonl';

it.skipIf(!existsSync(corpus))(
  'errors and warnings on real files that Digdag accepts were all looked at',
  () => {
    const reviewed = reviewedFindings(readFileSync('test/rules/reviewed.md', 'utf8'));
    const found = readFileSync(corpus, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Case)
      .filter(({ ok }) => ok)
      .flatMap(findings);
    expect([...new Set(found)].sort()).toEqual(reviewed);
  },
  60_000,
);

function findings({ id, main, text, projectFiles = [], includes = {} }: Case): string[] {
  const contents = { ...Object.fromEntries(projectFiles.map((path) => [path, ''])), ...includes, [main]: text };
  const files = Object.entries(contents).map(([path, content]) => [`/project/${path}`, content]);
  const checked = checkFile(memoryFileSystem(Object.fromEntries(files)), `/project/${main}`);
  return (checked?.findings ?? [])
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .filter(({ rule }) => !aboutVariables(rule))
    .map(({ rule }) => `${rule} ${id}`);
}

/** What a run is given from outside (-p, the server, a caller) is not in the corpus. */
function aboutVariables(rule: string): boolean {
  return rule.includes('variable') && rule !== 'shadowed-loop-variable';
}

/** `## rule`, and below it ``- `file`: reason``. */
function reviewedFindings(page: string): string[] {
  return page
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const rule = section.slice(0, section.indexOf('\n'));
      return [...section.matchAll(/^- `([^`]+)`: \S/gm)].map((match) => `${rule} ${match[1]}`);
    })
    .sort();
}
