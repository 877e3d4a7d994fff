import { isSameOrigin, origin, pathAndQuery, shownServer } from '../../core/http/address.ts';
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
  /** To whom. */
  readonly server: { readonly host: string; readonly port: number };
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

/** What a yes is about: the same name may mean another address the next time. */
export function placeOf({ host, ip, port }: TargetAddress): string {
  return `${host} ${ip ?? '?'} ${port}`;
}

function privateMessage({ host, ip, port, proxy }: TargetAddress): Text {
  if (ip === undefined)
    return text(
      'Let the proxy connect to {0}:{1}? This machine does not know its address: it may be a private one.',
      host,
      port,
    );
  return proxy
    ? text('Use the proxy {0}:{1}? Its address {2} is on this machine or in its network.', host, port, ip)
    : text('Connect to {0}:{1}? Its address {2} is on this machine or in its network.', host, port, ip);
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
    const { method, address: server } = request;
    const host = shownServer(server);
    const asked = { request: this.shown, server };
    if (!harmless.has(method)) {
      const message = text('Send {0} to {1}? It may start or change something there.', method, host);
      await this.#ask({ kind: 'method', message, ...asked });
    }
    if (request.insecure) {
      const message = text('Send to {0} without checking its certificate (insecure: true)?', host);
      await this.#ask({ kind: 'insecure', message, ...asked });
    }
  }

  /** The resolved address of every connection, at the first request and at each redirect. */
  readonly checkAddress = async (address: TargetAddress): Promise<void> => {
    const place = placeOf(address);
    if ((address.ip !== undefined && !isPrivateAddress(address.ip)) || this.#allowedPlaces.has(place)) return;
    const message = privateMessage(address);
    await this.#ask({ kind: 'private-address', message, request: this.shown, server: address, address });
    this.#allowedPlaces.add(place);
  };

  /** Another server gets no secret, no cookie and no header that was written for the first; a body only where a person says so. */
  readonly checkRedirect = async (from: AddressedRequest, to: AddressedRequest): Promise<AddressedRequest> => {
    if (isSameOrigin(from.address, to.address)) return to;
    const [before, after] = [shownServer(from.address), shownServer(to.address)];
    const headers = to.headers.filter((header) => this.#isImpersonal(header));
    const secretBody = to.content && this.mask.holds(new TextDecoder().decode(to.content.bytes));
    const content = secretBody ? undefined : to.content;
    if (content || !harmless.has(to.method)) {
      const message = text('{0} redirects to {1}. Send {2} with its body there?', before, after, to.method);
      const request = { ...this.#redirected(to), headers: headers.map((header) => this.mask.header(header)) };
      await this.#ask({ kind: 'redirect', message, request, server: to.address });
    }
    if (headers.length < to.headers.length || secretBody || to.basic) this.#withheld.add(after);
    return { ...to, headers, content, basic: undefined };
  };

  #isImpersonal([name, value]: Header): boolean {
    return impersonal.has(name.toLowerCase()) && !this.mask.holds(value);
  }

  /** The first request as it goes on to another address. */
  #redirected({ method, address, content }: AddressedRequest): ShownRequest {
    const url = this.mask.text(origin(address) + pathAndQuery(address));
    return { ...this.shown, method, url, body: content && this.shown.body };
  }

  async #ask(question: Question): Promise<void> {
    if (!(await this.confirm(question))) throw new Declined(question);
  }
}
