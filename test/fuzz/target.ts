import { checkFile } from '../../core/check.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { Node } from '../../core/yaml/node.ts';
import { readYaml } from '../../core/yaml/read.ts';
import { memoryFileSystem } from '../support/memoryFileSystem.ts';

const path = '/p/main.dig';
const includes = { '/p/a': 'a: 1\n', '/p/f.dig': '!include : main.dig\n_export: {b: 2}\n' };

/** What Digkit does wrong with a text; undefined where all is well. */
export function fault(text: string): string | undefined {
  try {
    const outside = placeOutside(readYaml(text).root, text.length);
    if (outside) return outside;
    const checked = checkFile(memoryFileSystem({ ...includes, [path]: text }), path);
    return checked?.findings.map((finding) => findingOutside(finding, text)).find((wrong) => wrong !== undefined);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Iterative, because a text may nest as deep as it is long. */
function placeOutside(root: Node | null, length: number): string | undefined {
  const pending = root ? [root] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!(0 <= node.start && node.start <= node.end && node.end <= length))
      return `a ${node.kind} at ${node.start}-${node.end} of ${length}`;
    if (node.kind === 'sequence') pending.push(...node.items);
    else if (node.kind === 'mapping') for (const { key, value } of node.pairs) pending.push(key, value);
  }
  return undefined;
}

function findingOutside(finding: Finding, text: string): string | undefined {
  if (finding.path !== path) return undefined;
  const { start, end, rule } = finding;
  if (0 <= start && start <= end && end <= text.length) return undefined;
  return `${rule} at ${start}-${end} of ${text.length}`;
}
