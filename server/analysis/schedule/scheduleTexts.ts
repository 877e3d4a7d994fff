import type { LoadedFile } from '../../../core/project/load.ts';
import type { Place } from '../../../core/rules/finding.ts';
import { upcoming } from '../../../core/schedule/upcoming.ts';
import { type Text, text } from '../../../core/text/text.ts';
import type { Services } from '../../services.ts';
import { shownSession } from '../variables/scope.ts';

/** The next runs of a workflow, for a hover; undefined where it has no schedule that Digdag can read. */
export function scheduleMarkdown(services: Services, file: LoadedFile): string | undefined {
  const { schedule, zone } = shownSession(services, file);
  if (!schedule) return undefined;
  const found = upcoming(schedule, zone, services.host.now());
  if (!isList(found)) return `⚠ ${services.say(found)}`;
  const rows = found.map(({ time, runTime }) => `| ${runTime} | ${time} |`);
  const [run, session] = [text('runs at'), text('session time')].map((title) => services.say(title));
  return [
    services.say(text('Next runs, in {0}:', zone.id)),
    [`| ${run} | ${session} |`, '| --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

/** What stands above `schedule:`, and where that is. */
export interface ScheduleLens {
  readonly title: Text;
  readonly place: Place;
}

export function scheduleLens(services: Services, file: LoadedFile): ScheduleLens | undefined {
  const entry = file.config?.entries.get('schedule');
  if (!entry || entry.path !== file.path) return undefined;
  const { schedule, zone } = shownSession(services, file);
  if (!schedule) return undefined;
  const found = upcoming(schedule, zone, services.host.now());
  const place = entry.keyPlace;
  if (!isList(found)) return { title: text('$(warning) Never runs'), place };
  const times = found.map(({ time, runTime }) => services.say(text('{0} (session {1})', brief(runTime), brief(time))));
  return { title: text('$(calendar) Next runs: {0}', times.join(' · ')), place };
}

/** `2026-01-31T07:00:00+09:00` on the workflow's clocks, without what is nought: a lens is one line. */
function brief(time: string): string {
  return time.slice(0, 19).replace('T00:00:00', '').replace('T', ' ').replace(/:00$/, '');
}

function isList<T>(found: readonly T[] | Text): found is readonly T[] {
  return Array.isArray(found);
}
