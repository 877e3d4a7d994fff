import type { LocatedEntry } from '../project/located.ts';
import { text } from '../text/text.ts';
import type { Fix } from './finding.ts';
import type { Rule, RuleContext } from './rule.ts';
import { lineBreak, linesOf } from './support/edits.ts';
import { placeIn } from './support/expressions.ts';
import { variableUses } from './support/variables.ts';

export const keyOrder: Rule = {
  id: 'key-order',
  severity: 'warning',
  summary: text('A key that is used above its line'),
  docs: text(
    'Digdag evaluates the keys of a task from top to bottom: ${…} sees the keys above it only. What stands below does not exist yet, and the task ' +
      'fails ("ReferenceError"), unless a parameter of the same name does. Write the key above.',
  ),
  *check(context) {
    for (const { name, defined, evaluated, part } of variableUses(context)) {
      const own = evaluated.task.config.entries.get(name);
      if (!own || own.key === evaluated.key || defined || evaluated.key === '_export' || evaluated.path.length > 0)
        continue;
      const { exact: _, ...place } = placeIn(context, evaluated, part);
      const related = [{ ...own.keyPlace, message: text('It is written here.') }];
      const fixes = moveAbove(context, own, evaluated.task.config.entries.get(evaluated.key));
      yield {
        ...place,
        related,
        message: text('{0} stands below: Digdag evaluates the keys from top to bottom.', name),
        ...(fixes.length > 0 ? { fixes } : {}),
      };
    }
  },
};

/** Moves the lines of a key above those of the one that uses it; not one that itself uses keys, which may stand between them. */
function moveAbove(context: RuleContext, moved: LocatedEntry, user: LocatedEntry | undefined): Fix[] {
  const from = linesOf(context, moved);
  const to = user && linesOf(context, user);
  if (!from || !to) return user ? moveInFlow(context, moved, user) : [];
  if (from.start < to.end) return [];
  const lines = context.text.slice(from.start, from.end);
  if (lines.includes('${')) return [];
  const newText = /\n$/.test(lines) ? lines : lines + lineBreak(context);
  const { path } = context;
  const edits = [
    { path, start: to.start, end: to.start, newText },
    { path, start: from.start, end: from.end, newText: '' },
  ];
  return [{ title: text('Move {0} above', moved.key), edits, safe: false }];
}

/** In `{use: …, moved: …}` the two entries change places; only where one comes right behind the other. */
function moveInFlow(context: RuleContext, moved: LocatedEntry, user: LocatedEntry): Fix[] {
  const { path, text: source } = context;
  if ([moved.path, moved.value.path, user.path, user.value.path].some((other) => other !== path)) return [];
  const written = source.slice(moved.keyStart, moved.value.end);
  const between = source.slice(user.value.end, moved.keyStart);
  if (!/^\s*,\s*$/.test(between) || written.includes('${')) return [];
  const newText = written + between + source.slice(user.keyStart, user.value.end);
  const edits = [{ path, start: user.keyStart, end: moved.value.end, newText }];
  return [{ title: text('Move {0} above', moved.key), edits, safe: false }];
}
