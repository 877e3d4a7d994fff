import { toMap } from '../project/located.ts';
import { slaTime } from '../schedule/sla.ts';
import { text } from '../text/text.ts';
import { utc } from '../time/zone.ts';
import { ConfigError } from '../value/typed.ts';
import type { Rule } from './rule.ts';
import { withoutJavaTypes } from './support/javaWords.ts';

export const sla: Rule = {
  id: 'sla',
  severity: 'error',
  summary: text('An sla that Digdag cannot read'),
  docs: text(
    'sla needs either time or duration, as HH:MM or HH:MM:SS. push does not look at it: a wrong one makes every start of the workflow fail.',
  ),
  *check({ config, role }) {
    const entry = role === 'workflow' ? config?.entries.get('sla') : undefined;
    if (entry?.value.kind !== 'map') return;
    const read = slaTime(toMap(entry.value), 0, utc);
    if (!(read instanceof ConfigError)) return;
    const place = (entry.value.get('time') ?? entry.value.get('duration'))?.place ?? entry.keyPlace;
    yield { ...place, message: text('Digdag cannot read this sla: {0}', withoutJavaTypes(read.message)) };
  },
};
