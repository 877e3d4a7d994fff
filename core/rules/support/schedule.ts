import { type LocatedEntry, type LocatedMap, toMap } from '../../project/located.ts';
import { readSchedule, type Schedule } from '../../schedule/schedule.ts';
import { parseZone, utc, type Zone } from '../../time/zone.ts';
import type { ConfigError } from '../../value/typed.ts';
import type { RuleContext } from '../rule.ts';
import { literalText } from './literal.ts';

/** The schedule of a workflow; of a file below the top of the project it means nothing. */
export interface WrittenSchedule {
  readonly entry: LocatedEntry;
  /** The map below `schedule:`. */
  readonly map: LocatedMap | undefined;
  /** `daily>` with its value, where there is one. */
  readonly scheduler: LocatedEntry | undefined;
  readonly zone: Zone;
  readonly read: Schedule | ConfigError;
}

export function scheduleOf({ config, role }: RuleContext): WrittenSchedule | undefined {
  const entry = role === 'workflow' ? config?.entries.get('schedule') : undefined;
  if (!config || !entry) return undefined;
  const parsed = parseZone((literalText(config.get('timezone')) ?? '').trim() || 'UTC');
  const zone = parsed.ok ? parsed.zone : utc;
  const read = readSchedule(toMap(config), zone);
  if (!read) return undefined;
  const map = entry.value.kind === 'map' ? entry.value : undefined;
  const scheduler = [...(map?.entries.values() ?? [])].find(({ key }) => key.endsWith('>'));
  return { entry, map, scheduler, zone, read };
}
