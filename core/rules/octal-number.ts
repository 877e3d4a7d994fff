import { text } from '../text/text.ts';
import type { Node, ScalarNode } from '../yaml/node.ts';
import type { Rule } from './rule.ts';
import { quoted } from './support/literal.ts';

export const octalNumber: Rule = {
  id: 'octal-number',
  severity: 'warning',
  summary: text('A number with a leading zero'),
  docs: text(
    'Digdag reads 010 as the octal number 8 and 07 as 7, while 08 stays a string. Where the digits matter (a day, a code) write them in quotes; ' +
      'where the number matters, write it without the zero.',
  ),
  *check({ document, path, text: source }) {
    if (!/(?<![\w.])0[0-7_]/.test(source)) return;
    for (const node of plainScalars(document.root)) {
      if (!/^[+-]?0[0-7_]+$/.test(node.text) || typeof node.value !== 'number' || String(node.value) === node.text)
        continue;
      const { start, end } = node;
      const decimal = node.text.replace(/^([+-]?)0[0_]*(?=.)/, '$1');
      yield {
        path,
        start,
        end,
        message: text('Digdag reads {0} as the number {1}.', node.text, node.value),
        fixes: [
          { title: text('Put it in quotes'), edits: [{ path, start, end, newText: quoted(node.text) }], safe: false },
          { title: text('Change to {0}', decimal), edits: [{ path, start, end, newText: decimal }], safe: false },
        ],
      };
    }
  },
};

/** Values, not keys; what an alias stands for is met where it is written. */
function* plainScalars(root: Node | null): Generator<ScalarNode> {
  const stack = root ? [root] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === 'scalar' && node.style === 'plain' && node.tag === undefined) yield node;
    else if (node.kind === 'sequence') for (const item of node.items.toReversed()) stack.push(item);
    else if (node.kind === 'mapping') for (const { value } of node.pairs.toReversed()) stack.push(value);
  }
}
