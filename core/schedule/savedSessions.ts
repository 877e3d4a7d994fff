import type { FileSystem } from '../project/fileSystem.ts';
import { join } from '../project/paths.ts';

/** Where Digdag notes what a local run has finished, below the project directory (`digdag run --save`). */
export const statusFolder = '.digdag/status';

/**
 * The newest session of which something is kept below a status directory for a workflow, as `--session last` means it
 * (Run.getLastSessionTime); milliseconds since 1970.
 */
export function lastSavedSession(
  files: Pick<FileSystem, 'list'>,
  directory: string,
  workflow: string,
): number | undefined {
  const times = files.list(directory).flatMap((name) => {
    const time = parseName(name);
    return time !== undefined && holdsTask(files.list(join(directory, name)), workflow) ? [time] : [];
  });
  return times.length === 0 ? undefined : Math.max(...times);
}

/** `20260102T030405+0900`. */
function parseName(name: string): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)([+-]\d\d)(\d\d)$/.exec(name);
  if (!parts) return undefined;
  const [, year, month, day, hour, minute, second, hours, minutes] = parts;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${hours}:${minutes}`);
  return Number.isNaN(time) ? undefined : time;
}

function holdsTask(names: readonly string[], workflow: string): boolean {
  const start = `+${workflow}`;
  return names.some(
    (name) => name.startsWith(start) && /^[+^]/.test(name.slice(start.length)) && name.endsWith('.yml'),
  );
}
