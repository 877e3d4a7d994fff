import { expect, it } from 'vitest';
import { toHtml } from './markdown.ts';

it('shows headings, lists, code and links', () => {
  const html = toHtml(
    '**`echo>`** Prints.\n\n- one `a<b`\n- two\n\n```digdag\n+a:\n  echo>: <x>\n```\n\n### Options\n\n[Page](https://docs.digdag.io/a.html)',
  );
  expect(html).toBe(
    [
      '<p><strong><code>echo&gt;</code></strong> Prints.</p>',
      '<ul><li>one <code>a&lt;b</code></li><li>two</li></ul>',
      '<pre tabindex="0"><code>+a:\n  echo&gt;: &lt;x&gt;</code></pre>',
      '<h2>Options</h2>',
      '<p><a href="https://docs.digdag.io/a.html">Page</a></p>',
    ].join('\n'),
  );
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](https://a.b/"onclick="alert(1))',
  '`<b>` **<i>**',
  '```\n</code></pre><script>',
])('makes no HTML of %j', (markdown) => {
  expect(
    toHtml(markdown).replace(/<\/?(?:p|pre tabindex="0"|pre|code|strong|ul|li|h2)>|<a href="https:[^"]*">|<\/a>/g, ''),
  ).not.toMatch(/[<>]/);
});
