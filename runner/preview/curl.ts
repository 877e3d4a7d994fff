import type { ShownRequest } from './shown.ts';

/** A curl command that sends the same request. curl writes host, length and compression itself. */
export function curlCommand({ method, url, headers, body, proxy }: ShownRequest, insecure: boolean): string {
  const written = headers.filter(
    ([name]) => !['host', 'content-length', 'accept-encoding'].includes(name.toLowerCase()),
  );
  const parts = [
    method === 'HEAD' ? 'curl --head' : `curl --request ${quote(method)}`,
    quote(url),
    '--compressed',
    ...written.map(([name, value]) => `--header ${quote(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-binary ${quote(body)}`]),
    ...(insecure ? ['--insecure'] : []),
    ...(proxy === undefined ? [] : [`--proxy ${quote(proxy)}`]),
  ];
  return parts.join(' \\\n  ');
}

/** In single quotes as a POSIX shell takes them, where the shell would read anything into the text. */
function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
