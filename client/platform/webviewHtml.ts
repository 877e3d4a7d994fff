import { randomBytes } from 'node:crypto';

/**
 * The page of a webview that has a script and a style sheet and nothing else: what it shows comes in messages.
 * @param cspSource the webview's own
 */
export function webviewHtml(page: {
  readonly title: string;
  readonly language: string;
  readonly cspSource: string;
  readonly script: string;
  readonly style: string;
}): string {
  const nonce = randomBytes(16).toString('base64');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${page.cspSource}`;
  return [
    '<!DOCTYPE html>',
    `<html lang="${escaped(page.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">`,
    `<title>${escaped(page.title)}</title>`,
    `<link rel="stylesheet" href="${escaped(page.style)}">`,
    '</head>',
    `<body><script nonce="${nonce}" src="${escaped(page.script)}"></script></body>`,
    '</html>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
