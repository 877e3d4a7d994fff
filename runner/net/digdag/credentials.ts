/** How a server knows who asks. */
export type Credentials =
  | { readonly kind: 'basic'; readonly user: string; readonly password: string }
  /** Treasure Data's servers (TdDigdagClientConfigurator). */
  | { readonly kind: 'td'; readonly apiKey: string };

/** The value of the Authorization header. */
export function authorization(credentials: Credentials): string {
  if (credentials.kind === 'td') return `TD1 ${credentials.apiKey}`;
  return `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`;
}
