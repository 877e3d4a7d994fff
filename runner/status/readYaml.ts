import { parseJson } from '../../core/value/parseJson.ts';
import type { ConfigMap, Value } from '../../core/value/value.ts';
import type { Node, ScalarNode } from '../../core/yaml/node.ts';
import { readYaml } from '../../core/yaml/read.ts';

/**
 * A map that Jackson has written as YAML, read as Jackson does: every key is a text, every text is in quotes, and the rest are JSON's values. That is not
 * how Digdag reads a workflow, where `0.5` is a text and `null` no key.
 * @returns undefined where the text is broken, or no map
 */
export function readYamlMap(text: string): ConfigMap | undefined {
  const { root, errors } = readYaml(text);
  const value = root && errors.length === 0 ? toYamlValue(root) : undefined;
  return value instanceof Map ? value : undefined;
}

function toYamlValue(node: Node): Value {
  switch (node.kind) {
    case 'scalar':
      return scalarOf(node);
    case 'sequence':
      return node.items.map(toYamlValue);
    case 'mapping':
      return new Map(node.pairs.map(({ key, value }) => [key.kind === 'scalar' ? key.text : '', toYamlValue(value)]));
    case 'alias':
      return null; // Jackson writes none
  }
}

function scalarOf({ style, text }: ScalarNode): Value {
  if (style !== 'plain') return text;
  if (text === '' || text === '~') return null;
  const value = parseJson(text);
  return value === undefined ? text : value;
}
