import { hostHeader } from '../../core/http/address.ts';
import type { Header } from '../../core/http/request.ts';
import type { AddressedRequest } from '../../core/http/wire.ts';
import { type Text, text } from '../../core/text/text.ts';
import type { TargetAddress } from '../net/sent.ts';
import type { Mask } from './mask.ts';
import { isPrivateAddress } from './privateAddress.ts';
import type { ShownRequest } from './shown.ts';

/** Something that only a person may allow. */
export interface Question {
  readonly kind: 'method' | 'private-address' | 'insecure' | 'redirect';
  readonly message: Text;
  /** What would be sent, masked. */
  readonly request: ShownRequest;
  /** Of `private-address`: where the connection would go. */
  readonly address?: TargetAddress;
}

/** The face's way to ask; false ends the preview. */
export type Confirm = (question: Question) => Promise<boolean>;

/** Ends an exchange because a person said no; net/main.ts hands it through. */
export class Declined extends Error {
  readonly guard = true;

  constructor(readonly question: Question) {
    super('declined');
  }
}

/** Methods that ask for something and change nothing. */
const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Headers that say nothing about who asks. All others stay with the server that they were written for. */
const impersonal = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'content-type',
  'user-agent',
]);

/** Asks what must be asked; each question once. */
export class Guards {
  readonly #allowedPlaces = new Set<string>();
  readonly #withheld = new Set<string>();

  constructor(
    private readonly confirm: Confirm,
    private readonly shown: ShownRequest,
    private readonly mask: Mask,
  ) {}

  /** Servers behind redirects that got less than Digdag would send there. */
  get withheld(): readonly string[] {
    return [...this.#withheld];
  }

  /** Before anything is sent. */
  async beforeSending(request: AddressedRequest): Promise<void> {
    const { method } = request;
    const host = hostHeader(request.address);
    if (!harmless.has(method)) {
      await this.#ask('method', text('Send {0} to {1}? It may start or change something there.', method, host));
    }
    if (request.insecure) {
      await this.#ask('insecure', text('Send to {0} without checking its certificate (insecure: true)?', host));
    }
  }

  /** The resolved address of every connection, at the first request and at each redirect. */
  readonly checkAddress = async (address: TargetAddress): Promise<void> => {
    const { host, ip, port, proxy } = address;
    const place = `${host} ${ip} ${port}`;
    if (!isPrivateAddress(ip) || this.#allowedPlaces.has(place)) return;
    const message = proxy
      ? text('Use the proxy {0}:{1}? Its address {2} is on this machine or in its network.', host, port, ip)
      : text('Connect to {0}:{1}? Its address {2} is on this machine or in its network.', host, port, ip);
    await this.#ask('private-address', message, address);
    this.#allowedPlaces.add(place);
  };

  /** Another server gets no secret, no cookie and no header that was written for the first; a body only where a person says so. */
  readonly checkRedirect = async (from: AddressedRequest, to: AddressedRequest): Promise<AddressedRequest> => {
    const [before, after] = [hostHeader(from.address), hostHeader(to.address)];
    const sameOrigin = before === after && from.address.scheme.toLowerCase() === to.address.scheme.toLowerCase();
    if (sameOrigin) return to;
    const headers = to.headers.filter((header) => this.#isImpersonal(header));
    const secretBody = to.content && this.mask.holds(new TextDecoder().decode(to.content.bytes));
    const content = secretBody ? undefined : to.content;
    if (content || !harmless.has(to.method)) {
      await this.#ask(
        'redirect',
        text('{0} redirects to {1}. Send {2} with its body there?', before, after, to.method),
      );
    }
    if (headers.length < to.headers.length || secretBody || to.basic) this.#withheld.add(after);
    return { ...to, headers, content, basic: undefined };
  };

  #isImpersonal([name, value]: Header): boolean {
    return impersonal.has(name.toLowerCase()) && !this.mask.holds(value);
  }

  async #ask(kind: Question['kind'], message: Text, address?: TargetAddress): Promise<void> {
    const question: Question = { kind, message, request: this.shown, ...(address && { address }) };
    if (!(await this.confirm(question))) throw new Declined(question);
  }
}
