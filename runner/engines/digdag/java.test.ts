import { describe, expect, it } from 'vitest';
import { javaOptions, javaVersion } from './java.ts';

describe('Java', () => {
  it('is known by what java -version prints', () => {
    const texts = [
      'openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment',
      'java version "1.8.0_392"',
      'openjdk version "11.0.2" 2019-01-15',
      'openjdk version "25" 2025-09-16',
      'Picked up JAVA_TOOL_OPTIONS: -Dx\nopenjdk version "21.0.1"',
      'no java here',
    ];
    expect(texts.map(javaVersion)).toEqual([17, 8, 11, 25, 21, undefined]);
  });

  it('gets the options that make Digdag work from 13 on', () => {
    expect(javaOptions({ version: 12 })).toEqual([]);
    expect(javaOptions({ version: 13 })).toContain('--add-opens=java.base/java.lang=ALL-UNNAMED');
  });
});
