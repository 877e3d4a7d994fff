import { parseDocument } from 'yaml';

/** The floor of every ratio: what npm's `yaml` needs to parse the text and make it plain values. */
export function floor(text: string): unknown {
  return parseDocument(text).toJS({ maxAliasCount: -1 });
}
