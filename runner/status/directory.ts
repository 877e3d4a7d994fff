import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate, formatOffset, formatTime, toLocal } from '../../core/time/local.ts';
import type { Zone } from '../../core/time/zone.ts';

/** The name of a session's directory below `.digdag/status`: `20260102T030405+0900`. */
export function sessionDirectoryName(zone: Zone, time: number): string {
  const local = toLocal(zone, time);
  const date = formatDate(local).replaceAll('-', '');
  return `${date}T${formatTime(local).replaceAll(':', '')}${formatOffset(zone.offsetAt(time), '')}`;
}

/** The newest session below a status directory that holds a task of the workflow (Run.getLastSessionTime). */
export function lastSavedSession(directory: string, workflow: string): number | undefined {
  const times = names(directory).flatMap((name) => {
    const time = parseName(name);
    return time !== undefined && holdsTask(join(directory, name), workflow) ? [time] : [];
  });
  return times.length === 0 ? undefined : Math.max(...times);
}

function parseName(name: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)([+-]\d\d)(\d\d)$/.exec(name);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, hours, minutes] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${hours}:${minutes}`);
  return Number.isNaN(time) ? undefined : time;
}

function holdsTask(directory: string, workflow: string): boolean {
  const start = `+${workflow}`;
  return names(directory).some(
    (name) => name.startsWith(start) && /^[+^]/.test(name.slice(start.length)) && name.endsWith('.yml'),
  );
}

function names(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return []; // nothing was saved yet
  }
}
