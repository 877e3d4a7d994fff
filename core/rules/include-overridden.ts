import type { LoadedFile } from '../project/load.ts';
import { loadFile } from '../project/load.ts';
import { text } from '../text/text.ts';
import type { MappingNode, Node, Pair } from '../yaml/node.ts';
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
    if (context.file.includes.length === 0) return;
    for (const mapping of mappings(context.document.root)) {
      for (const [index, pair] of mapping.pairs.entries()) {
        if (pair.key.tag === '!include') yield* overridden(context, pair, mapping.pairs.slice(index + 1));
      }
    }
  },
};

function* overridden(context: RuleContext, include: Pair, later: readonly Pair[]): Generator<RuleFinding> {
  const { path } = context;
  const site = context.file.includes.find(({ place }) => place.path === path && place.start === include.value.start);
  const included: LoadedFile | undefined = site && loadFile(context.fs, site.target);
  for (const { key, value } of later) {
    if (key.kind !== 'scalar' || value.kind !== 'mapping') continue;
    const lost = included?.config?.get(key.text);
    if (lost?.kind !== 'map' || !loses(lost.entries.keys(), value)) continue;
    const below = moveBelow(context, include, { key, value });
    yield {
      path,
      start: key.start,
      end: key.end,
      message: text(
        'This {0} replaces the one of the included file as a whole; move the !include below it to merge both.',
        key.text,
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
