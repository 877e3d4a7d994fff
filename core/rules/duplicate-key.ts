import { text } from '../text/text.ts';
import type { ScalarNode } from '../yaml/node.ts';
import { nodesIn } from '../yaml/nodesIn.ts';
import type { Rule, RuleContext } from './rule.ts';
import { loadFindings } from './support/loadErrors.ts';
import { unusedName } from './support/wrapOperators.ts';

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
      const found = error.path === context.path ? context.once(duplicatesIn).get(error.start) : undefined;
      if (!found) return { message: text('{0}', error.problem) };
      const { key, first } = found;
      const { path } = error;
      const name = unusedName(key.text, found.taken);
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

interface Duplicate {
  readonly key: ScalarNode;
  /** The first key of the same name in the map. */
  readonly first: ScalarNode;
  /** All names of the map. */
  readonly taken: ReadonlySet<string>;
}

/** The keys that stand in their map already, by the places at which they are refused. */
function duplicatesIn({ document: { root } }: RuleContext): ReadonlyMap<number, Duplicate> {
  const found = new Map<number, Duplicate>();
  for (const node of nodesIn(root)) {
    if (node.kind !== 'mapping') continue;
    const firsts = new Map<string, ScalarNode>();
    const taken = new Set<string>();
    for (const { key } of node.pairs) {
      if (key.kind !== 'scalar') continue;
      const first = firsts.get(key.text);
      if (first) found.set(key.properties?.start ?? key.start, { key, first, taken });
      else firsts.set(key.text, key);
      taken.add(key.text);
    }
  }
  return found;
}
