import { offsetId, type Zone } from '../../time/zone.ts';
import { graalRegions } from './graalRegions.ts';

/** A zone as GraalJS's Date sees it. Instants are milliseconds since 1970. */
export interface GraalZone {
  /**
   * Milliseconds to add to an instant for its local time: the zone's offset of 1970-01-01 and the daylight time of the instant (JSDate.java). So
   * Europe/London is an hour ahead of what it should be.
   */
  localOffset(instant: number): number;
  /** The part of it that is the same at all times. */
  readonly offsetOf1970: number;
  /** The same for texts (`toString`), which Java makes, rightly. */
  shownOffset(instant: number): number;
  /** `JST`, `PDT`, `+09:00` */
  shortName(instant: number): string;
}

export function graalZone(zone: Zone): GraalZone {
  const region = zone.region ? regionOf(zone.id) : undefined;
  const shownOffset = (instant: number): number => zone.offsetAt(instant) * 1000;
  if (!region) {
    const shown = zone.id === 'Z' || /^[A-Z]+$/.test(zone.id) ? zone.id : offsetId(zone.offsetAt(0));
    return { localOffset: shownOffset, offsetOf1970: shownOffset(0), shownOffset, shortName: () => shown };
  }
  const daylight = (instant: number): number => shownOffset(instant) - standardOffset(region.standard, instant);
  return {
    localOffset: (instant) => region.offsetOf1970 + daylight(instant),
    offsetOf1970: region.offsetOf1970,
    shownOffset,
    shortName: (instant) => (daylight(instant) === 0 ? region.standardName : region.daylightName),
  };
}

interface Region {
  readonly standardName: string;
  readonly daylightName: string;
  readonly offsetOf1970: number;
  /** An offset, and then by turns an instant and the offset from then on; milliseconds. */
  readonly standard: readonly number[];
}

function regionOf(id: string): Region | undefined {
  const line = graalRegions.split('\n').find((text) => (text.split('|')[0] ?? '').split(' ').includes(id));
  const [, names = '', offset = '0', standard = '0'] = line?.split('|') ?? [];
  const [standardName = '', daylightName = standardName] = names.split(' ');
  const milliseconds = (text: string): number => Number.parseInt(text, 36) * 1000;
  if (line === undefined) return undefined;
  return {
    standardName,
    daylightName,
    offsetOf1970: milliseconds(offset),
    standard: standard.split(' ').map(milliseconds),
  };
}

function standardOffset(standard: readonly number[], instant: number): number {
  let offset = standard[0] ?? 0;
  for (let at = 1; at + 1 < standard.length; at += 2) {
    if (instant >= (standard[at] ?? Number.POSITIVE_INFINITY)) offset = standard[at + 1] ?? offset;
  }
  return offset;
}
