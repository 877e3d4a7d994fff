import { alpha, alphanumeric, alphanumericOrDash, digitOrDot, hex } from './uriCharacters.ts';
import type { UriScanner } from './uriScanner.ts';

/** Reads an IPv4 address or a host name in [start, limit); gives the position behind it or fails as `java.net.URI` does. */
export function parseHost(scanner: UriScanner, start: number, limit: number): number {
  const address = scanIpv4(scanner, start, limit, false);
  const followed = address < limit && !scanner.at(address, limit, ':');
  return address > start && !followed ? address : parseHostname(scanner, start, limit);
}

function parseHostname(scanner: UriScanner, start: number, limit: number): number {
  let index = start;
  let label = -1;
  while (index < limit) {
    const first = scanner.scan(index, limit, alphanumeric);
    if (first <= index) break;
    label = index;
    index = scanner.scan(first, limit, alphanumericOrDash);
    if (scanner.text.charAt(index - 1) === '-') scanner.fail('Illegal character in hostname', index - 1);
    if (!scanner.at(index, limit, '.')) break;
    index++;
  }
  if (index < limit && !scanner.at(index, limit, ':')) scanner.fail('Illegal character in hostname', index);
  if (label < 0) scanner.expect('hostname', start);
  // The last label of several must not look like a number.
  if (label > start && !alpha.characters.has(scanner.text.charAt(label)))
    scanner.fail('Illegal character in hostname', label);
  return index;
}

/** Behind an IPv4 address, or -1. `strict`: nothing but the address may stand there. */
function scanIpv4(scanner: UriScanner, start: number, limit: number, strict: boolean): number {
  const end = scanner.scan(start, limit, digitOrDot);
  if (end <= start || (strict && end !== limit)) return -1;
  const bytes = scanner.text.slice(start, end).split('.');
  const good = bytes.length === 4 && bytes.every((byte) => /^[0-9]+$/.test(byte) && Number(byte) <= 255);
  return good ? end : -1;
}

/** Reads an IPv6 address without its brackets; fails as `java.net.URI` does. */
export function parseIpv6(scanner: UriScanner, start: number, end: number): void {
  const address = new Ipv6(scanner, end);
  const { next, compressed } = address.read(start);
  if (next < end) scanner.fail('Malformed IPv6 address', start);
  if (address.bytes > 16) scanner.fail('IPv6 address too long', start);
  if (!compressed && address.bytes < 16) scanner.fail('IPv6 address too short', start);
  if (compressed && address.bytes === 16) scanner.fail('Malformed IPv6 address', start);
}

class Ipv6 {
  bytes = 0;

  constructor(
    private readonly scanner: UriScanner,
    private readonly end: number,
  ) {}

  read(start: number): { next: number; compressed: boolean } {
    const { scanner, end } = this;
    const sequence = this.hexSequence(start);
    if (sequence > start) {
      if (scanner.at(sequence, end, '::')) return { next: this.behindZeros(sequence + 2), compressed: true };
      if (scanner.at(sequence, end, ':')) return { next: this.ipv4(sequence + 1, 'IPv4 address'), compressed: false };
      return { next: sequence, compressed: false };
    }
    if (scanner.at(start, end, '::')) return { next: this.behindZeros(start + 2), compressed: true };
    return { next: start, compressed: false };
  }

  private behindZeros(start: number): number {
    if (start === this.end) return start;
    const sequence = this.hexSequence(start);
    if (sequence <= start) return this.ipv4(start, 'hex digits or IPv4 address');
    if (!this.scanner.at(sequence, this.end, ':')) return sequence;
    return this.ipv4(sequence + 1, 'hex digits or IPv4 address');
  }

  private ipv4(start: number, expected: string): number {
    const next = scanIpv4(this.scanner, start, this.end, true);
    if (next <= start) this.scanner.expect(expected, start);
    this.bytes += 4;
    return next;
  }

  /** Behind `1:2:3`, stopping before `::` and before an IPv4 address; -1 where no group of hex digits stands. */
  private hexSequence(start: number): number {
    const { scanner, end } = this;
    let index = this.group(start);
    if (index < 0) return -1;
    while (scanner.at(index, end, ':') && !scanner.at(index + 1, end, ':')) {
      if (scanner.scan(index + 1, end, hex) === index + 1) scanner.expect('digits for an IPv6 address', index + 1);
      const next = this.group(index + 1);
      if (next < 0) break;
      index = next;
    }
    return index;
  }

  /** Behind one group; -1 where there is none, or where its digits begin an IPv4 address. */
  private group(start: number): number {
    const next = this.scanner.scan(start, this.end, hex);
    if (next <= start || this.scanner.at(next, this.end, '.')) return -1;
    if (next > start + 4) this.scanner.fail('IPv6 hexadecimal digit sequence too long', start);
    this.bytes += 2;
    return next;
  }
}
