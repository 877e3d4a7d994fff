import type { SessionsResult } from '../../../server/protocol.ts';

/** A time as Digdag writes it, for a person: `2026-01-31`, `2026-01-31 07:00`, `2026-01-31 07:00:05`. The zone is told beside it. */
export function shortTime(time: string): string {
  const [, date, clock = ''] = /^(.*)T(\d\d:\d\d:\d\d)/.exec(time) ?? [];
  if (date === undefined) return time;
  if (clock === '00:00:00') return date;
  return `${date} ${clock.endsWith(':00') ? clock.slice(0, -3) : clock}`;
}

/** The time as `--session` takes it: on the clocks of the workflow's zone. */
export function localTime(time: string): string {
  return time.slice(0, 19).replace('T', ' ');
}

/** What stands in the status bar: session time, time zone and profile. */
export function statusText({ shown, zone }: SessionsResult, profile: string | undefined): string {
  return [`${shortTime(shown)} ${zone}`, ...(profile === undefined ? [] : [profile])].join(' · ');
}
