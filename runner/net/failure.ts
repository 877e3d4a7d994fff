import type { Socket } from 'node:net';
import type { TransportFailure } from '../../core/http/answer.ts';

/** A failure on the way, to be given back as data. */
export class TransportError extends Error {
  constructor(readonly failure: TransportFailure) {
    super(failure.detail);
  }
}

const byCode: Readonly<Record<string, TransportFailure['kind']>> = {
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'connect-timeout',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
};

/** PKIX errors of Java for those of OpenSSL. */
const certificateErrors: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed',
  CERT_NOT_YET_VALID:
    'PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'No name matching the host found',
};

const untrusted =
  'PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target';

/** Tells what went wrong by the error's code; what is unknown counts as a connection that broke. */
export function failureOf(error: unknown): TransportFailure {
  if (error instanceof TransportError) return error.failure;
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const known = byCode[code];
  if (known) return { kind: known, detail: message };
  const certificate = certificateErrors[code];
  if (certificate) return { kind: 'tls', detail: certificate };
  if (/CERT|SIGNATURE|ISSUER/.test(code)) return { kind: 'tls', detail: untrusted };
  if (/^ERR_(SSL|TLS)|EPROTO/.test(code)) return { kind: 'tls', detail: 'Remote host terminated the handshake' };
  return { kind: 'closed', detail: message };
}

/** Whether the server ended the connection. */
export function isClosed(error: unknown): boolean {
  return failureOf(error).kind === 'closed';
}

/** How Jetty describes a connection that ended before an answer: all that Digdag's message says. Its object numbers are 0 here. */
export function jettyConnection({ localAddress, localPort, remoteAddress, remotePort }: Socket): string {
  const ends = `l:/${localAddress}:${localPort} <-> r:/${remoteAddress}:${remotePort},closed=false`;
  const sender = 'HttpSenderOverHTTP@0(req=QUEUED,snd=COMPLETED,failure=null)[HttpGenerator@0{s=START}]';
  const receiver = 'HttpReceiverOverHTTP@0(rsp=IDLE,failure=null)[HttpParser{s=CLOSED,0 of 0}]';
  const exchange = 'exchange=HttpExchange@0 req=TERMINATED/null@null res=PENDING/null@null';
  return `HttpConnectionOverHTTP@0(${ends})[HttpChannelOverHTTP@0(${exchange})[send=${sender},recv=${receiver}]]`;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
