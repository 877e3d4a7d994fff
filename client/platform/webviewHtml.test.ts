import { expect, it } from 'vitest';
import { webviewHtml } from './webviewHtml.ts';

it('allows one script and one style sheet, and escapes what it is given', () => {
  const page = { title: '<img src=x>', language: 'ja', cspSource: 'https://v.test', script: 's.js', style: 's.css' };
  const html = webviewHtml(page);
  const [, nonce = ''] = /script-src 'nonce-([^']+)'/.exec(html) ?? [];
  expect(nonce.length).toBeGreaterThan(16);
  expect(html).toContain(`content="default-src 'none'; script-src 'nonce-${nonce}'; style-src https://v.test"`);
  expect(html).not.toContain('<img');
  expect(html).not.toMatch(/unsafe|style=/);
  expect(webviewHtml(page)).not.toContain(nonce);
});
