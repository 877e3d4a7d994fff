import { describe, expect, it } from 'vitest';
import { requestPreview } from './requestPreview.ts';

describe('a request in a dialog', () => {
  const request = { method: 'POST', url: 'http://h/', headers: [], body: undefined, proxy: undefined };

  it('is its method, address and body', () => {
    expect(requestPreview({ ...request, body: '{"a":1}' })).toBe('POST http://h/\n\n{"a":1}');
  });

  it('is cut where it would not fit', () => {
    const shown = requestPreview({ ...request, body: 'x\n'.repeat(5000) });
    expect(shown.split('\n').length).toBeLessThan(30);
    expect(shown.endsWith('…')).toBe(true);
  });
});
