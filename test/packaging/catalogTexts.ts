import { builtInCatalog, Catalog } from '../../core/catalog/catalog.ts';
import { globalMembers, membersOf, membersOfObject } from '../../core/catalog/members.ts';
import { taskOptions } from '../../core/catalog/options.ts';

/** The keys of records whose values are words for a person. */
const words = new Set([
  'change',
  'defined',
  'deprecated',
  'format',
  'forms',
  'inherited',
  'meaning',
  'notes',
  'sessionTime',
  'summary',
  'template',
  'text',
  'when',
]);

/** Each text of the catalogue that is shown to a person, once, in the order of the records. */
export function catalogTexts(): string[] {
  const treasure = new Catalog([], 'treasure-data');
  const members = ['array', 'boolean', 'date', 'duration', 'moment', 'number', 'string'] as const;
  const objects = ['moment', 'JSON', 'Math', 'Object'];
  const texts = new Set<string>();
  collect(
    [
      treasure.operators(),
      taskOptions,
      builtInCatalog.schedulers(),
      builtInCatalog.scheduleOptions(),
      builtInCatalog.variables(),
      members.map(membersOf),
      objects.map(membersOfObject),
      globalMembers,
    ],
    texts,
    false,
  );
  return [...texts].filter((text) => /[A-Za-z]{2}.*[ .]/.test(text));
}

function collect(value: unknown, texts: Set<string>, isText: boolean): void {
  if (typeof value === 'string') {
    if (isText) texts.add(value);
  } else if (Array.isArray(value)) {
    for (const one of value) collect(one, texts, isText);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) collect(one, texts, words.has(key));
  }
}
