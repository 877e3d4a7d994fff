import { describe, expect, it } from 'vitest';
import { parseEndpoint } from './endpoint.ts';
import { EndpointError } from './errors.ts';

describe('parseEndpoint', () => {
  it.each([
    ['localhost:65432', 'http://localhost:65432', ''],
    ['digdag.example.com', 'http://digdag.example.com', ''],
    [' https://example.com/digdag/ ', 'https://example.com', '/digdag'],
    ['http://[::1]:65432', 'http://[::1]:65432', ''],
  ])('reads %s', (text, origin, base) => {
    expect(parseEndpoint(text)).toEqual({ origin, base });
  });

  it.each(['', 'http://', 'ftp://example.com', 'a b', 'https://user:pass@example.com'])('refuses %s', (text) => {
    expect(() => parseEndpoint(text)).toThrow(EndpointError);
  });

  it('does not repeat a password', () => {
    expect(() => parseEndpoint('https://u:hunter2@x')).toThrow(/^(?!.*hunter2)/);
  });
});
