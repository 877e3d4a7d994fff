import { randomBytes } from 'node:crypto';
import { asHtmlText } from './markdown.ts';

/** The page of the view; what it shows comes by messages. Nothing is loaded into it, and only its own script runs. */
export function page(words: { readonly language: string; readonly title: string }): string {
  const nonce = randomBytes(16).toString('base64');
  return `<!DOCTYPE html>
<html lang="${asHtmlText(words.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${asHtmlText(words.title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main tabindex="0" aria-labelledby="title">
<h1 id="title" aria-live="polite"></h1>
<div id="content"></div>
</main>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

const style = `
body { padding: 0 12px 12px; color: var(--vscode-foreground); font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); line-height: 1.5; }
main:focus-visible, pre:focus-visible, a:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
h1 { font-size: 1.25em; font-weight: 600; font-family: var(--vscode-editor-font-family); margin: 8px 0; overflow-wrap: anywhere; }
h1:empty { display: none; }
h2 { font-size: 1em; font-weight: 600; margin: 16px 0 4px; padding-top: 8px; border-top: 1px solid var(--vscode-panel-border, var(--vscode-contrastBorder, transparent)); }
p, ul { margin: 6px 0; overflow-wrap: anywhere; }
ul { padding-left: 18px; }
li { margin: 3px 0; }
code { font-family: var(--vscode-editor-font-family); font-size: var(--vscode-editor-font-size); color: var(--vscode-textPreformat-foreground); }
pre { padding: 8px; overflow-x: auto; background: var(--vscode-textCodeBlock-background); border: 1px solid var(--vscode-contrastBorder, transparent); }
pre code { color: var(--vscode-editor-foreground); }
a { color: var(--vscode-textLink-foreground); }
a:hover { color: var(--vscode-textLink-activeForeground); }
`;

const script = `
const vscode = acquireVsCodeApi();
addEventListener('message', ({ data }) => {
  const title = document.getElementById('title');
  if (title.textContent !== data.title) {
    title.textContent = data.title;
    scrollTo(0, 0);
  }
  document.getElementById('content').innerHTML = data.html;
});
vscode.postMessage('ready');
`;
