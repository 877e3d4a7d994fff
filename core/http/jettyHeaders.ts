/** The header names that Jetty 9.3.11 knows by enum; it tells all others apart by "unknown" alone when it copies a request. */
const known = new Set(
  'connection cache-control date pragma trailer transfer-encoding upgrade via warning negotiate allow content-encoding content-language content-length content-location content-md5 content-range content-type expires last-modified accept accept-charset accept-encoding accept-language authorization expect forwarded from host if-match if-modified-since if-none-match if-range if-unmodified-since keep-alive max-forwards proxy-authorization range request-range referer te user-agent x-forwarded-for x-forwarded-proto x-forwarded-server x-forwarded-host accept-ranges age etag location proxy-authenticate retry-after server servlet-engine vary www-authenticate cookie set-cookie set-cookie2 mime-version identity x-powered-by http2-settings strict-transport-security'.split(
    ' ',
  ),
);

/** The lower-case name of a header that Jetty knows; undefined of others. */
export function knownHeader(name: string): string | undefined {
  const lower = name.toLowerCase();
  return known.has(lower) ? lower : undefined;
}

/** HttpField.contains: the whole value, or one of its comma-separated elements in any case. */
export function containsElement(value: string, search: string): boolean {
  if (search === '') return false;
  if (value === search) return true;
  const wanted = search.toLowerCase();
  const elements = value.match(/(?:"(?:\\.|[^"])*"|[^,"])+/g) ?? [];
  return elements.some((element) => unquoted(element).toLowerCase() === wanted);
}

function unquoted(element: string): string {
  return element.replace(/;.*/s, '').replaceAll('"', '').trim();
}

/** HttpGenerator.putSanitisedName: one byte a character; what has no place in a name becomes `?`. */
export function sanitisedName(name: string): string {
  return name.replace(/[\u0100-\uffff\r\n:]/g, '?');
}

/** HttpGenerator.putSanitisedValue: line ends and characters beyond Latin-1 become spaces. */
export function sanitisedValue(value: string): string {
  return value.replace(/[\u0100-\uffff\r\n]/g, ' ');
}
