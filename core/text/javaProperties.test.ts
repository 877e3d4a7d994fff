import { describe, expect, it } from 'vitest';
import { readProperties } from './javaProperties.ts';

function read(text: string): object {
  return Object.fromEntries(readProperties(text));
}

describe('readProperties', () => {
  it('cuts keys from values at = : or a blank', () => {
    expect(read('a=1\nb : 2\nc 3\nd\n  e\t=\t=5 \nf=a=b:c\n')).toEqual({
      a: '1',
      b: '2',
      c: '3',
      d: '',
      e: '=5 ',
      f: 'a=b:c',
    });
  });

  it('leaves comments and blank lines out', () => {
    expect(read('# a=1\n  ! b=2\n\n \t\r\nc=3 # no comment')).toEqual({ c: '3 # no comment' });
  });

  it('joins lines that end with a backslash', () => {
    expect(read('a=1\\\n   2\\\r\n  #3\nb=x\\\\\nc=y\\')).toEqual({ a: '12#3', b: 'x\\', c: 'y' });
  });

  it('knows escapes, and takes the last of equal keys', () => {
    expect(read('a\\=b\\:\\ c=\\u3042\\t\\q\na=1\na=2')).toEqual({ 'a=b: c': 'あ\tq', a: '2' });
  });
});
