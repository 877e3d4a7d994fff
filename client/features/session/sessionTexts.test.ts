import { describe, expect, it } from 'vitest';
import { localTime, shortTime, statusText } from './sessionTexts.ts';

describe('texts of a session', () => {
  it('are as short as the time allows', () => {
    expect(shortTime('2026-01-31T00:00:00+09:00')).toBe('2026-01-31');
    expect(shortTime('2026-01-31T07:00:00+09:00')).toBe('2026-01-31 07:00');
    expect(shortTime('2026-01-31T07:00:05Z')).toBe('2026-01-31 07:00:05');
  });

  it('are what --session takes', () => {
    expect(localTime('2026-01-31T07:00:05+09:00')).toBe('2026-01-31 07:00:05');
  });

  it('hold time, zone and profile', () => {
    const result = { zone: 'Asia/Tokyo', shown: '2026-01-31T00:00:00+09:00' };
    const more = { problem: null, now: '', today: '', last: null, upcoming: [] };
    expect(statusText({ ...result, ...more }, undefined)).toBe('2026-01-31 Asia/Tokyo');
    expect(statusText({ ...result, ...more }, 'prod.yml')).toBe('2026-01-31 Asia/Tokyo · prod.yml');
  });
});
