import type { LocatedEntry } from '../../project/located.ts';
import type { Fix } from '../finding.ts';
import type { RuleContext } from '../rule.ts';
import { replaceValue } from './edits.ts';

/** For a value that means true or false in other YAML, but is a text to Digdag. */
export function booleanFixes(context: RuleContext, entry: LocatedEntry | null): Fix[] {
  const value = entry?.value.kind === 'scalar' ? entry.value.value : undefined;
  if (typeof value !== 'string') return [];
  if (/^(?:true|yes|on|y)$/i.test(value)) return replaceValue(context, entry, 'true', true);
  return /^(?:false|no|off|n)$/i.test(value) ? replaceValue(context, entry, 'false', true) : [];
}
