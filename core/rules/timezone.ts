import { nearest } from '../catalog/nearest.ts';
import { text } from '../text/text.ts';
import { regionIds } from '../time/regionIds.ts';
import { asText } from '../value/typed.ts';
import type { Problem } from '../workflow/problem.ts';
import { replaceValue } from './support/edits.ts';
import { refusal } from './support/refusal.ts';

/** Abbreviations that people write, and a region with that time. */
const meant: Readonly<Record<string, string>> = {
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  IST: 'Asia/Kolkata',
  SGT: 'Asia/Singapore',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  PT: 'America/Los_Angeles',
  MST: 'America/Denver',
  MDT: 'America/Denver',
  CST: 'America/Chicago',
  CDT: 'America/Chicago',
  EST: 'America/New_York',
  EDT: 'America/New_York',
  ET: 'America/New_York',
  BST: 'Europe/London',
  CEST: 'Europe/Berlin',
  AEST: 'Australia/Sydney',
};

export const timezone = refusal({
  id: 'timezone',
  summary: text('A time zone that Digdag does not know'),
  docs: text(
    'timezone takes the name of a region as the IANA time zone database spells it (Asia/Tokyo; case counts), UTC, or an offset (+09:00, in quotes ' +
      'or not). Abbreviations like JST or EST are refused, and ${…} is not evaluated here.',
  ),
  message(problem) {
    const zone = suggestion(problem);
    if (zone) return text('{0}: did you mean {1}?', problem.message, zone);
    return text('{0}: write a region such as Asia/Tokyo, UTC, or an offset such as +09:00.', problem.message);
  },
  fixes(problem, context) {
    const zone = suggestion(problem);
    return zone ? replaceValue(context, problem.entry, zone) : [];
  },
});

function suggestion({ entry }: Problem): string | undefined {
  const value = entry?.value.kind === 'scalar' ? entry.value.value : null;
  if (typeof value === 'number' && Math.abs(value) <= 14) {
    return `${value < 0 ? '-' : '+'}${String(Math.abs(value)).padStart(2, '0')}:00`;
  }
  const written = asText(value)?.trim() ?? '';
  if (Object.hasOwn(meant, written.toUpperCase())) return meant[written.toUpperCase()];
  if (written === '' || written.includes('$')) return undefined;
  return nearest(written, regions());
}

function regions(): string[] {
  return Object.entries(regionIds).flatMap(([folder, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => (folder === '' ? name : `${folder}/${name}`)),
  );
}
