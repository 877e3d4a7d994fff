import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TextChange } from '../../core/yaml/update.ts';
import { mergeChanges } from './textChanges.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const edits = fc.array(fc.tuple(fc.nat(30), fc.nat(30), fc.string({ maxLength: 5 })), { minLength: 1, maxLength: 6 });

it('one change for many: what is left of it and right of it stayed, and it is as long as it must be', () => {
  fc.assert(
    fc.property(edits, (all) => {
      let text = letters;
      let merged: TextChange | undefined;
      for (const [from, length, inserted] of all) {
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        const change = { start, end, newLength: inserted.length };
        merged = merged ? mergeChanges(merged, change) : change;
        text = text.slice(0, start) + inserted + text.slice(end);
      }
      const { start, end, newLength } = merged ?? { start: 0, end: 0, newLength: 0 };
      expect(letters.slice(0, start) + text.slice(start, start + newLength) + letters.slice(end)).toBe(text);
    }),
  );
});
