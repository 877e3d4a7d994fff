import { formatDate, formatOffset, formatTime, toLocal } from '../../core/time/local.ts';
import type { Zone } from '../../core/time/zone.ts';

/** The name of a session's directory below `.digdag/status`: `20260102T030405+0900`. */
export function sessionDirectoryName(zone: Zone, time: number): string {
  const local = toLocal(zone, time);
  const date = formatDate(local).replaceAll('-', '');
  return `${date}T${formatTime(local).replaceAll(':', '')}${formatOffset(zone.offsetAt(time), '')}`;
}
