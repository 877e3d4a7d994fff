import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { createSecureContext, rootCertificates } from 'node:tls';

/** Where Linux distributions keep the certificates that the machine trusts. */
const systemFiles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

export interface TrustedCertificates {
  /** To be trusted, in PEM; undefined where Node's own are enough. */
  readonly ca: readonly string[] | undefined;
  /** Files that were named and could not be taken, each with the reason. */
  readonly problems: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * The certificates to trust beside Node's own: those of the machine, and of files.
 * @param files PEM files; `NODE_EXTRA_CA_CERTS` belongs here, because a list of one's own takes its place
 */
export function trustedCertificates(system: boolean, files: readonly string[]): TrustedCertificates {
  const problems: { file: string; reason: string }[] = [];
  const added: string[] = [];
  for (const file of files) {
    const read = certificatesIn(file);
    if (read.ok) added.push(...read.certificates);
    else problems.push({ file, reason: read.reason });
  }
  const ofMachine = system ? systemCertificates() : [];
  const more = [...ofMachine, ...added];
  return { ca: more.length === 0 ? undefined : [...new Set([...rootCertificates, ...more])], problems };
}

function systemCertificates(): readonly string[] {
  // Node 22.15 and newer.
  if ('getCACertificates' in tls && typeof tls.getCACertificates === 'function') return tls.getCACertificates('system');
  for (const file of systemFiles) {
    const read = certificatesIn(file);
    if (read.ok) return read.certificates;
  }
  return [];
}

type Read =
  | { readonly ok: true; readonly certificates: readonly string[] }
  | { readonly ok: false; readonly reason: string };

function certificatesIn(file: string): Read {
  try {
    const found = readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    if (found.length === 0) return { ok: false, reason: 'it holds no certificate in PEM form' };
    createSecureContext({ ca: found });
    return { ok: true, certificates: found };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
