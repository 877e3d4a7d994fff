import { toJson } from '../value/json.ts';
import type { Located } from './located.ts';

/** The key of a mapping as Java has it. */
export interface JavaKey {
  /** Equal where Java's keys are equal: 16 and 0x10 are, 16 and "16" are not. */
  readonly identity: string;
  /** What Jackson writes as the key. */
  readonly text: string;
  /** Jackson refuses null as a key. */
  readonly isNull: boolean;
}

/** The key that a text is. */
export function textKey(text: string): JavaKey {
  return { identity: `s${text}`, text, isNull: false };
}

/** The key that a constructed value is; `type` of scalars as the YAML tag names it. */
export function keyOf(located: Located, type: string): JavaKey {
  if (located.kind === 'scalar') {
    const text = javaText(located);
    return { identity: type === 'str' ? `s${text}` : `${type} ${text}`, text, isNull: located.value === null };
  }
  return { identity: identityOf(located), text: javaText(located), isNull: false };
}

/** Java's toString: `[a, b]` and `{a=1}`. */
function javaText(located: Located): string {
  switch (located.kind) {
    case 'scalar':
      return typeof located.value === 'string' ? located.value : toJson(located.value);
    case 'list':
      return `[${located.items.map(javaText).join(', ')}]`;
    case 'map':
      return `{${[...located.entries].map(([key, entry]) => `${key}=${javaText(entry.value)}`).join(', ')}}`;
  }
}

/** Java's equality of lists and maps, in which the order of keys does not count. */
function identityOf(located: Located): string {
  switch (located.kind) {
    case 'scalar':
      return toJson(located.value);
    case 'list':
      return `[${located.items.map(identityOf).join()}]`;
    case 'map':
      return `{${[...located.entries]
        .map(([key, entry]) => `${toJson(key)}:${identityOf(entry.value)}`)
        .sort()
        .join()}}`;
  }
}
