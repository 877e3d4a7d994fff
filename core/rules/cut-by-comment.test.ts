import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { cutByComment } from './cut-by-comment.ts';

describe('cut-by-comment', () => {
  it('marks the comment and puts the text in quotes', () => {
    expect(said(cutByComment, '+a:\n  echo>: count #1 of ${n}\n')).toMatchObject([
      { at: '#1 of ${n}', fixed: ["+a:\n  echo>: 'count #1 of ${n}'\n"] },
    ]);
  });

  it('marks a comment with a variable behind a text for people, and not behind a script', () => {
    expect(said(cutByComment, '+a:\n  echo>: see issue # 5 of ${n}\n')).toMatchObject([{ at: '# 5 of ${n}' }]);
    expect(said(cutByComment, '+a:\n  sh>: ls # or ${n}\n')).toEqual([]);
  });

  it('marks a comment within quotation marks of a script', () => {
    expect(said(cutByComment, '+a:\n  sh>: curl "http://host/ #a"\n')).toHaveLength(1);
  });

  it.each(['echo>: hello # greets', 'echo>: hello #TODO', "echo>: 'count #1'", 'sh>: ls # all of "it"', 'echo>: a#1'])(
    'leaves `%s` alone',
    (task) => {
      expect(said(cutByComment, `+a:\n  ${task}\n`)).toEqual([]);
    },
  );
});
