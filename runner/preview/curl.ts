import type { Header } from '../../core/http/request.ts';
import type { ShownRequest } from './shown.ts';

/** A curl command that sends the same request, and nothing besides: no headers of curl's own, no files, no ranges of addresses. */
export function curlCommand({ method, url, headers, body, proxy }: ShownRequest, insecure: boolean): string {
  const parts = [
    method === 'HEAD' ? 'curl --head' : `curl --request ${quote(method)}`,
    quote(url),
    // curl would read [1-9] in an address as nine of them, and take `/../` away.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    ...(/\/\.\.?([/?]|$)/.test(url) ? ['--path-as-is'] : []),
    // Digdag's own header goes out, and curl unpacks what comes.
    '--compressed',
    ...headersOf(headers, url).map((header) => `--header ${quote(header)}`),
    // --data and --data-binary would read a file where the body begins with @.
    ...(body === undefined ? [] : [`--data-raw ${quote(body)}`]),
    ...(insecure ? ['--insecure'] : []),
    ...(proxy === undefined ? [] : [`--proxy ${quote(proxy)}`]),
  ];
  return parts.join(' \\\n  ');
}

/** The headers that curl does not write itself in the same way; `Accept:` leaves out one that it would add. */
function headersOf(headers: readonly Header[], url: string): string[] {
  const host = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1]?.toLowerCase();
  const written = headers.filter(
    ([name, value]) => !/^content-length$/i.test(name) && !(/^host$/i.test(name) && value.toLowerCase() === host),
  );
  const accepts = headers.some(([name]) => /^accept$/i.test(name));
  return [...written.map(([name, value]) => `${name}: ${value}`), ...(accepts ? [] : ['Accept:'])];
}

/** As a POSIX shell takes it; with control characters as bash and zsh do: a terminal must not obey them. */
function quote(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  if (!control.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const escaped = text.replace(/[\\']/g, '\\$&').replace(controls, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x80 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `$'${escaped}'`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
const controls = new RegExp(control.source, 'g');
