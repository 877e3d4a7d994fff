import type { ChosenSession } from '../schedule/chosenSession.ts';
import { type Text, text } from '../text/text.ts';
import { formatInstant } from '../time/local.ts';

/**
 * What stands above a resolved workflow.
 * @param name the file's
 * @param paramsFile the name of the file of parameters
 */
export function headingOf(name: string, { time, zone }: ChosenSession, paramsFile: string | undefined): Text[] {
  const session = `${formatInstant(zone, time)} (${zone.id})`;
  return [
    paramsFile === undefined
      ? text('{0} as it would run in the session {1}', name, session)
      : text('{0} as it would run in the session {1} with {2}', name, session, paramsFile),
    text('Nothing was run. A remark stands behind values that only a run tells, and behind those that are wrong.'),
  ];
}
