import type { CheckedFile } from '../../../core/check.ts';
import { loadFile } from '../../../core/project/load.ts';
import { sessionTime } from '../../../core/schedule/sessionTime.ts';
import { upcoming } from '../../../core/schedule/upcoming.ts';
import { formatInstant } from '../../../core/time/local.ts';
import type { SessionsResult } from '../../protocol.ts';
import type { Services } from '../../services.ts';
import { isDetached, pathOf } from '../../workspace/paths.ts';
import { usersOf } from '../templates/usersOf.ts';
import { shownSession } from './scope.ts';

/** The sessions that can be chosen for a workflow, or for a file that a task of one runs; undefined of all others. */
export function sessionsOf(services: Services, uri: string): SessionsResult | undefined {
  const workflow = workflowOf(services, uri);
  return workflow && sessionsOfWorkflow(services, workflow);
}

type Workflow = Pick<CheckedFile, 'compiled' | 'file'>;

function workflowOf(services: Services, uri: string): Workflow | undefined {
  const document = services.documents.get(uri);
  if (document) return services.checked(document);
  if (isDetached(uri)) return undefined;
  const path = pathOf(uri);
  const file = path.endsWith('.dig') ? loadFile(services.files, path) : usersOf(services, path)[0]?.view.file;
  return file && { file, compiled: undefined };
}

function sessionsOfWorkflow(services: Services, workflow: Workflow): SessionsResult {
  const shown = shownSession(services, workflow.file);
  const { zone, schedule, problems } = shown;
  const now = services.host.now();
  const timeOf = (session: string): string | null => {
    const time = sessionTime({ session, zone, schedule, now, lastSaved: () => undefined });
    return typeof time === 'number' ? formatInstant(zone, time) : null;
  };
  const next = schedule ? upcoming(schedule, zone, now) : [];
  return {
    zone: zone.id,
    shown: formatInstant(zone, shown.time),
    problem: problems.length > 0 ? problems.map((problem) => services.say(problem)).join('\n') : null,
    now: timeOf('now') ?? '',
    today: timeOf('daily') ?? '',
    last: timeOf('schedule'),
    upcoming: 'template' in next ? [] : next,
  };
}
