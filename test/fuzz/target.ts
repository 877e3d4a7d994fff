import { isDeepStrictEqual } from 'node:util';
import { checkFile } from '../../core/check.ts';
import { ChangingFile } from '../../core/checking/changingFile.ts';
import { format } from '../../core/format/format.ts';
import { Project } from '../../core/project/project.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Node } from '../../core/yaml/node.ts';
import { readYaml } from '../../core/yaml/read.ts';
import type { TextChange } from '../../core/yaml/update.ts';
import { memoryFileSystem } from '../support/memoryFileSystem.ts';

const path = '/p/main.dig';
/** Around the text: what it may include, and what includes and calls it. */
export const around = {
  '/p/a': 'a: 1\n',
  '/p/f.dig': '!include : main.dig\n_export: {b: 2}\n',
  '/p/g.dig': '+call:\n  call>: main\n',
};

/** What Digkit does wrong with a text; undefined where all is well. */
export function fault(text: string): string | undefined {
  const document = readYaml(text);
  const outside = placeOutside(document.root, text.length);
  if (outside) return outside;
  const checked = checkFile(memoryFileSystem({ ...around, [path]: text }), path, { document });
  format(text, { document });
  return checked?.findings.flatMap((finding) => findingOutside(finding, text)).at(0);
}

/** What is found in a text that was another one before, and was read and checked then, is what is found in it alone. */
export function incrementalFault(before: string, text: string): string | undefined {
  const fs = memoryFileSystem({ ...around, [path]: text });
  const changing = new ChangingFile(path);
  changing.check(fs, before, undefined, { project: new Project(fs, '/p') });
  const changed = changing.check(fs, text, changeOf(before, text), { project: new Project(fs, '/p') });
  const fresh = new ChangingFile(path).check(fs, text, undefined, { project: new Project(fs, '/p') });
  if (isDeepStrictEqual(changed.findings, fresh.findings)) return undefined;
  return `a check of what changed finds ${rulesOf(changed.findings)}, one of the whole text ${rulesOf(fresh.findings)}; before:\n${JSON.stringify(before)}`;
}

function rulesOf(findings: readonly Finding[]): string {
  return findings.map(({ rule, start, end }) => `${rule} ${start}-${end}`).join(', ');
}

function changeOf(before: string, text: string): TextChange {
  const shorter = Math.min(before.length, text.length);
  let start = 0;
  while (start < shorter && before[start] === text[start]) start++;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === text[text.length - 1 - same]) same++;
  return { start, end: before.length - same, newLength: text.length - same - start };
}

/** Iterative, because a text may nest as deep as it is long. */
function placeOutside(root: Node | null, length: number): string | undefined {
  const pending = root ? [root] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!isInside(node, length)) return `a ${node.kind} at ${node.start}-${node.end} of ${length}`;
    if (node.kind === 'sequence') pending.push(...node.items);
    else if (node.kind === 'mapping') for (const { key, value } of node.pairs) pending.push(key, value);
  }
  return undefined;
}

function findingOutside(finding: Finding, text: string): string[] {
  const places = [finding, ...(finding.fixes ?? []).flatMap(({ edits }) => edits)];
  return places
    .filter((place) => place.path === path && !isInside(place, text.length))
    .map(({ start, end }) => `${finding.rule}, or its fix, at ${start}-${end} of ${text.length}`);
}

function isInside({ start, end }: { readonly start: number; readonly end: number }, length: number): boolean {
  return 0 <= start && start <= end && end <= length;
}
