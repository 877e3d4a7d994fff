import type { Finding, Place } from '../rules/finding.ts';

/** Whether all that a finding names lies in a range of its file. */
export function liesWithin({ path, start, end, related, fixes }: Finding, from: Place): boolean {
  const isInside = (place: Place): boolean =>
    place.path === from.path && place.start >= from.start && place.end <= from.end;
  const edits = fixes?.flatMap((fix) => fix.edits) ?? [];
  return isInside({ path, start, end }) && [...(related ?? []), ...edits].every(isInside);
}

/** The same finding in a text where it stands so many characters further on. */
export function movedFinding(finding: Finding, distance: number): Finding {
  if (distance === 0) return finding;
  const moved = <P extends Place>(place: P): P => ({
    ...place,
    start: place.start + distance,
    end: place.end + distance,
  });
  const { related, fixes } = finding;
  return {
    ...moved(finding),
    ...(related && { related: related.map(moved) }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })) }),
  };
}
