import { text } from '../text/text.ts';
import type { MappingNode, Node, ScalarNode } from '../yaml/node.ts';
import type { Place } from './finding.ts';
import type { Rule } from './rule.ts';
import { loadFindings } from './support/loadErrors.ts';
import { freeName } from './support/wrapOperators.ts';

export const duplicateKey: Rule = {
  id: 'duplicate-key',
  severity: 'error',
  refusedBy: 'loader',
  summary: text('The same key twice in one map'),
  docs: text(
    'Digdag refuses a map in which a key occurs twice, and with it the whole project; it does not say where. Give one of the tasks another name, ' +
      'or remove one of the keys.',
  ),
  *check(context) {
    yield* loadFindings(context, 'duplicate-key', (error) => {
      const own = error.path === context.path;
      const found = own && context.document.root ? keysAt(context.document.root, error) : undefined;
      const [key, first] = found?.keys ?? [];
      if (!found || !key || !first) return { message: text('{0}', error.problem) };
      const { path } = error;
      const name = freeName(key.text, new Set(found.taken));
      const title = text('Rename to {0}', name);
      const mark = key.style === 'single' ? "'" : key.style === 'double' ? '"' : '';
      const edits = [{ path, start: key.start, end: key.end, newText: mark + name + mark }];
      return {
        message: text('{0}. This key is there already.', error.problem),
        related: [{ path, start: first.start, end: first.end, message: text('It stands here first.') }],
        ...(key.text.startsWith('+') ? { fixes: [{ title, edits, safe: false }] } : {}),
      };
    });
  },
};

/** The key at a place, the first of the same name in its map, and all names of that map. */
function keysAt(root: Node, { start }: Place): { keys: [ScalarNode, ScalarNode]; taken: string[] } | undefined {
  const mapping = mappingWithKey(root, start);
  const keys = (mapping?.pairs ?? []).map(({ key }) => key).filter((key) => key.kind === 'scalar');
  const key = keys.find((candidate) => candidate.start === start);
  const first = key && keys.find((candidate) => candidate.text === key.text);
  return key && first && first !== key ? { keys: [key, first], taken: keys.map((each) => each.text) } : undefined;
}

function mappingWithKey(root: Node, start: number): MappingNode | undefined {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'sequence') stack.push(...node.items.filter((item) => holds(item, start)));
    if (node.kind !== 'mapping') continue;
    if (node.pairs.some(({ key }) => key.start === start)) return node;
    for (const { value } of node.pairs) if (holds(value, start)) stack.push(value);
  }
  return undefined;
}

function holds({ start, end }: Node, offset: number): boolean {
  return start <= offset && offset <= end;
}
