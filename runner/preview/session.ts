import { loadFile } from '../../core/project/load.ts';
import { toMap } from '../../core/project/located.ts';
import { readSchedule } from '../../core/schedule/schedule.ts';
import { parseZone, utc } from '../../core/time/zone.ts';
import { ConfigError } from '../../core/value/typed.ts';
import { nodeFileSystem } from '../../host/nodeFileSystem.ts';
import { startTime } from '../plan.ts';

/** The session time that `--session` means for the workflow of a file, once its zone is known. */
export function previewSession(path: string, session: string): (zone: string) => number {
  return (zoneId) => {
    const parsed = parseZone(zoneId);
    const zone = parsed.ok ? parsed.zone : utc;
    const config = loadFile(nodeFileSystem, path)?.config;
    const schedule = config ? readSchedule(toMap(config), zone) : undefined;
    const usable = schedule instanceof ConfigError ? undefined : schedule;
    return startTime({ session, zone, schedule: usable, now: Date.now(), lastSaved: () => undefined });
  };
}
