import { describe, expect, it } from 'vitest';
import { resolveUri } from './uri.ts';
import { parseUri } from './uriParser.ts';

/** What `java.net.URI` of JDK 17 says: host and port, or its message without the text at its end. */
const answers: readonly (readonly [uri: string, answer: string])[] = [
  ['http://h:80/x?q#f', 'h 80'],
  ['http://user:pa%20ss@h/x', 'h -1'],
  ['http://[::1]:80/x', '[::1] 80'],
  ['http://[fe80::1%eth0]/', '[fe80::1%eth0] -1'],
  ['http://[::1.2.3.4]/', '[::1.2.3.4] -1'],
  ['http://h./x', 'h. -1'],
  ['http://a_b/x', 'none -1'],
  ['http://1.2.3/x', 'none -1'],
  ['http://h:abc/x', 'none -1'],
  ['http://h/é日本', 'h -1'],
  ['/path', 'none -1'],
  ['', 'none -1'],
  ['http://', 'Expected authority at index 7'],
  ['://h', 'Expected scheme name at index 0'],
  ['1http://h/', 'Illegal character in scheme name at index 0'],
  ['mailto:', 'Expected scheme-specific part at index 7'],
  ['http://h/a b', 'Illegal character in path at index 10'],
  ['http://h/%4', 'Malformed escape pair at index 9'],
  ['http://h/x?a|b', 'Illegal character in query at index 12'],
  ['http://us er@h/', 'Illegal character in authority at index 7'],
  ['http://h]/', 'Illegal character in hostname at index 8'],
  ['http://[::1/x', 'Expected closing bracket for IPv6 address at index 11'],
  ['http://[1:2:3]/', 'IPv6 address too short at index 8'],
  ['http://[12345::1]/', 'IPv6 hexadecimal digit sequence too long at index 8'],
  ['http://[::1]x/', 'Expected port number at index 12'],
];

describe('parseUri', () => {
  it.each(answers)('reads %s as Java does', (text, answer) => {
    const parsed = parseUri(text);
    expect(parsed.ok ? `${parsed.uri.host ?? 'none'} ${parsed.uri.port}` : parsed.message).toBe(
      parsed.ok ? answer : `${answer}: ${text}`,
    );
  });

  it('resolves relative references', () => {
    const resolved = (base: string, child: string): string | undefined => {
      const [from, to] = [parseUri(base), parseUri(child)];
      return from.ok && to.ok ? resolveUri(from.uri, to.uri).path : undefined;
    };
    expect(resolved('http://h/a/b', 'c')).toBe('/a/c');
    expect(resolved('http://h/a/b', '../b/./c/../d')).toBe('/b/d');
    expect(resolved('http://h/a/b', '/x')).toBe('/x');
    expect(resolved('http://h/a', '//g/y')).toBe('/y');
  });
});
