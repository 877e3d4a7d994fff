/** The address of a page of Digdag's documentation, of a record's `documentation`. */
export function documentationUrl(page: string): string {
  return `https://docs.digdag.io/${page}.html`;
}
