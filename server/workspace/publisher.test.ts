import { expect, it } from 'vitest';
import type { Finding } from '../../core/rules/finding.ts';
import { text } from '../../core/text/text.ts';
import { Publisher } from './publisher.ts';

const finding = (path: string, start = 0): Finding => ({
  path,
  start,
  end: start + 1,
  rule: 'r',
  severity: 'error',
  message: text('wrong'),
});

it('shows what two files find in one once, and takes it back with the last of them', () => {
  const shown = new Map<string, number>();
  const publisher = new Publisher((path, findings) => shown.set(path, findings.length));
  publisher.set('/a', [finding('/part')]);
  publisher.set('/b', [finding('/part'), finding('/b')]);
  expect(Object.fromEntries(shown)).toEqual({ '/a': 0, '/b': 1, '/part': 1 });
  publisher.remove('/a');
  expect(shown.get('/part')).toBe(1);
  publisher.set('/b', []);
  expect(Object.fromEntries(shown)).toEqual({ '/a': 0, '/b': 0, '/part': 0 });
});

it('forgets what others found in a text that has changed', () => {
  const shown = new Map<string, number>();
  const publisher = new Publisher((path, findings) => shown.set(path, findings.length));
  publisher.set('/a', [finding('/part', 3)]);
  publisher.textChanged('/part');
  publisher.set('/part', []);
  expect(shown.get('/part')).toBe(0);
});
