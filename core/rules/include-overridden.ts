import { type LoadedFile, loadFile } from '../project/load.ts';
import { text } from '../text/text.ts';
import type { MappingNode, Node, Pair, ScalarNode } from '../yaml/node.ts';
import { nodesIn } from '../yaml/nodesIn.ts';
import type { Fix } from './finding.ts';
import type { Rule, RuleContext, RuleFinding } from './rule.ts';
import { linesFrom, movedLines } from './support/edits.ts';

export const includeOverridden: Rule = {
  id: 'include-overridden',
  severity: 'warning',
  summary: text('A map of an included file that a later key replaces'),
  docs: text(
    'Digdag merges an included file into what stands above it, but a key below the !include replaces the included value as a whole, ' +
      'maps too. Move the !include below the key, so that both maps are merged.',
  ),
  *check(context) {
    const { path, fs, file, document } = context;
    if (file.includes.length === 0) return;
    const targets = new Map(
      file.includes.filter(({ place }) => place.path === path).map(({ place, target }) => [place.start, target]),
    );
    const loaded = new Map<string, LoadedFile | undefined>();
    const load = (target: string) => {
      if (!loaded.has(target)) loaded.set(target, loadFile(fs, target));
      return loaded.get(target);
    };
    for (const mapping of mappings(document.root)) {
      const includes = mapping.pairs.filter(({ key }) => key.tag === '!include');
      if (includes.length === 0) continue;
      const maps = mapsOf(mapping);
      for (const include of includes) {
        const target = targets.get(include.value.start);
        const included = target === undefined ? undefined : load(target);
        if (included) yield* overridden(context, include, included, maps);
      }
    }
  },
};

/** The maps that are written in place, by their keys. */
function mapsOf({ pairs }: MappingNode): Map<string, WrittenMap> {
  const maps = new Map<string, WrittenMap>();
  for (const { key, value } of pairs) {
    if (key.kind === 'scalar' && value.kind === 'mapping') maps.set(key.text, { key, value });
  }
  return maps;
}

interface WrittenMap {
  readonly key: ScalarNode;
  readonly value: MappingNode;
}

function* overridden(
  context: RuleContext,
  include: Pair,
  { config }: LoadedFile,
  maps: ReadonlyMap<string, WrittenMap>,
): Generator<RuleFinding> {
  const { path } = context;
  for (const [name, { value: lost }] of config?.entries ?? []) {
    const replacing = maps.get(name);
    if (!replacing || replacing.key.start < include.key.start) continue;
    if (lost.kind !== 'map' || !loses(lost.entries.keys(), replacing.value)) continue;
    const { key } = replacing;
    const below = moveBelow(context, include, replacing);
    yield {
      path,
      start: key.start,
      end: key.end,
      message: text(
        'This {0} replaces the one of the included file as a whole; move the !include below it to merge both.',
        name,
      ),
      related: [{ path, start: include.value.start, end: include.value.end, message: text('Included here') }],
      ...(below.length > 0 ? { fixes: below } : {}),
    };
  }
}

/** Moves the line of the !include below the key that replaces what it brings. */
function moveBelow(context: RuleContext, { key, value }: Pair, replacing: Pair): Fix[] {
  const lines = linesFrom(context.text, key.properties?.start ?? key.start, value.end);
  const to = linesFrom(context.text, replacing.key.properties?.start ?? replacing.key.start, replacing.value.end);
  if (!lines || !to) return [];
  return [{ title: text('Move the !include below'), edits: movedLines(context, lines, to.end), safe: false }];
}

/** Some key of the included map is not written anew. */
function loses(keys: Iterable<string>, written: MappingNode): boolean {
  const kept = new Set(written.pairs.flatMap(({ key }) => (key.kind === 'scalar' ? key.text : [])));
  return [...keys].some((key) => !kept.has(key));
}

function* mappings(root: Node | null): Generator<MappingNode> {
  for (const node of nodesIn(root)) if (node.kind === 'mapping') yield node;
}
