import { text } from '../text/text.ts';
import { ConfigError } from '../value/typed.ts';
import type { Fix } from './finding.ts';
import type { Rule } from './rule.ts';
import { scheduleOf } from './support/schedule.ts';

export const scheduleKey: Rule = {
  id: 'schedule-key',
  severity: 'warning',
  summary: text('A key of a schedule that stops a push'),
  docs: text(
    '`digdag push` refuses a schedule with keys that it does not expect ("Parameter \'x\' is not used at schedule"), while check and run only log them. ' +
      'It expects one scheduler, skip_on_overtime, skip_delayed_by, start and end; even delay and at, which the schedulers read, are refused.',
  ),
  *check(context) {
    const written = scheduleOf(context);
    if (!written?.map || written.read instanceof ConfigError) return;
    for (const { key, suggestions } of written.read.unused) {
      const entry = written.map.entries.get(key);
      if (!entry) continue;
      const { keyPlace } = entry;
      const fixes: Fix[] = suggestions
        .filter((name) => !name.startsWith('_') && !name.endsWith('>'))
        .map((newText) => ({ title: text('Change to {0}', newText), edits: [{ ...keyPlace, newText }], safe: false }));
      const message = key.endsWith('>')
        ? text('A schedule has one scheduler, and the first counts: Digdag ignores {0}, and push refuses it.', key)
        : text('Digdag does not expect {0} here, and push refuses the project because of it.', key);
      yield { ...keyPlace, message, ...(fixes.length > 0 ? { fixes } : {}) };
    }
  },
};
