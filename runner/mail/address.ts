/** What stands before and behind an `@`: no white space, brackets or colons, and no dot at an end or beside another. */
const local = /^(?:"(?:[^"\\\r\n]|\\.)*"|[^\s"(),:;<>@[\\\].]+(?:\.[^\s"(),:;<>@[\\\].]+)*)$/;
const domain = /^(?:\[[^\]\s]+\]|[^\s"(),:;<>@[\\\].]+(?:\.[^\s"(),:;<>@[\\\].]+)*)$/;

/** `Ann <ann@example.com>`, `"A, B" <ab@example.com>` */
const named = /^(?:"((?:[^"\\]|\\.)*)"|([^"<>,;:@]*))\s*<([^<>]*)>$/;

export interface Address {
  readonly name: string;
  readonly address: string;
}

/** A text that is one address as JavaMail takes it (InternetAddress), `root` and `Ann <ann@example.com>` among them; else undefined. */
export function parseAddress(text: string): Address | undefined {
  const [, quoted, plain, bracketed] = named.exec(text.trim()) ?? [];
  const address = bracketed ?? text.trim();
  if (!isAddress(address)) return undefined;
  return { name: quoted?.replaceAll(/\\(.)/g, '$1') ?? plain?.trim() ?? '', address };
}

function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@');
  return at < 0 ? local.test(text) : local.test(text.slice(0, at)) && domain.test(text.slice(at + 1));
}
