import type { LocatedScalar } from '../project/located.ts';
import { text } from '../text/text.ts';
import type { Rule, RuleContext } from './rule.ts';
import { isPlain, quoted } from './support/literal.ts';
import { operatorTasks } from './support/task.ts';

/** Operators whose command is a text for people. */
const textOperators = new Set(['echo', 'fail', 'notify']);

export const cutByComment: Rule = {
  id: 'cut-by-comment',
  severity: 'warning',
  summary: text('A value that ends at a # within it'),
  docs: text(
    'In YAML a # after a space starts a comment, also in the middle of a value without quotes: `echo>: count #1 of ten` prints "count". ' +
      'Put the whole value in quotes.',
  ),
  *check(context) {
    for (const { use, operator } of operatorTasks(context)) {
      if (!isPlain(use.command) || use.command.path !== context.path) continue;
      const comment = commentBehind(use.command, context);
      if (!comment || !belongsToText(use.command, comment.text, textOperators.has(operator.name))) continue;
      const { path, start } = use.command;
      const newText = quoted(context.text.slice(start, comment.end).trimEnd());
      yield {
        path,
        start: comment.start,
        end: comment.end,
        message: text('This is a comment: the value ends before the #. Put the whole value in quotes to keep it.'),
        fixes: [
          { title: text('Put the value in quotes'), edits: [{ path, start, end: comment.end, newText }], safe: false },
        ],
      };
    }
  },
};

interface Comment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function commentBehind({ end }: LocatedScalar, { text: source }: RuleContext): Comment | undefined {
  const match = /^[ \t]+(#[^\r\n]*)/.exec(source.slice(end, end + 1000));
  const comment = match?.[1];
  if (match === null || comment === undefined) return undefined;
  return { start: end + match[0].length - comment.length, end: end + match[0].length, text: comment };
}

/** A quotation mark that the comment closes; in a text for people a number right behind the #, or a variable. */
function belongsToText(value: LocatedScalar, comment: string, forPeople: boolean): boolean {
  const written = String(value.value);
  const splitsQuotes = ['"', "'"].some((mark) => isOdd(written, mark) && isOdd(comment, mark));
  return splitsQuotes || (forPeople && /^#\d|\$\{/.test(comment));
}

function isOdd(written: string, mark: string): boolean {
  return written.split(mark).length % 2 === 0;
}
