/**
 * The Markdown of the server's documentation as HTML: headings, paragraphs, lists, code, emphasis, and links to pages of the web. Everything else
 * is text: nothing of it becomes HTML of its own.
 */
export function toHtml(markdown: string): string {
  const html: string[] = [];
  const lines = markdown.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const fence = /^(`{3,})\w*$/.exec(line)?.[1];
    if (fence !== undefined) {
      const end = lines.indexOf(fence, at + 1);
      const code = lines.slice(at + 1, end < 0 ? undefined : end);
      html.push(`<pre tabindex="0"><code>${asHtmlText(code.join('\n'))}</code></pre>`);
      at = end < 0 ? lines.length : end;
    } else if (line.startsWith('- ')) {
      const items: string[] = [];
      for (; lines[at]?.startsWith('- '); at++) items.push(`<li>${inline((lines[at] ?? '').slice(2))}</li>`);
      at--;
      html.push(`<ul>${items.join('')}</ul>`);
    } else if (line.startsWith('### ')) html.push(`<h2>${inline(line.slice(4))}</h2>`);
    else if (line.trim() !== '') html.push(`<p>${inline(line)}</p>`);
  }
  return html.join('\n');
}

export function asHtmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const marks = /`([^`]+)`|\*\*(.+?)\*\*|\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g;

function inline(text: string): string {
  let html = '';
  let last = 0;
  for (const match of text.matchAll(marks)) {
    const [whole, code, strong, label, address] = match;
    html += asHtmlText(text.slice(last, match.index));
    if (code !== undefined) html += `<code>${asHtmlText(code)}</code>`;
    else if (strong !== undefined) html += `<strong>${inline(strong)}</strong>`;
    else html += `<a href="${asHtmlText(address ?? '')}">${asHtmlText(label ?? '')}</a>`;
    last = match.index + whole.length;
  }
  return html + asHtmlText(text.slice(last));
}
