/** The address of a page of Digdag's documentation, of a record's `documentation`; declared operators name an address themselves. */
export function documentationUrl(page: string): string {
  return /^https?:/.test(page) ? page : `https://docs.digdag.io/${page}.html`;
}
