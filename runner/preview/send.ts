import type { Header } from '../../core/http/request.ts';
import { type Text, text } from '../../core/text/text.ts';
import type { LookUp, ResponseHead } from '../net/sent.ts';
import { type Confirm, Declined, Guards, type Question } from './guards.ts';
import { type Judgement, judgement, longest, type PreviewVerdict } from './judgement.ts';
import type { PreparedPreview } from './prepare.ts';
import { type ShownRequest, showRequest } from './shown.ts';

export interface PreviewPorts {
  readonly confirm: Confirm;
  /** The certificates to trust (PEM); Node's own where absent. */
  readonly ca?: readonly string[];
  /** Resolves names; the system's resolver where absent. */
  readonly lookUp?: LookUp;
}

export interface ShownResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Header[];
  /** Bytes of the body: as they came over the wire, and decompressed. */
  readonly wireBytes: number;
  readonly decodedBytes: number;
}

export type PreviewResult =
  | { readonly kind: 'declined'; readonly question: Question }
  | ({
      readonly kind: 'sent';
      /** More than one where redirects were followed. */
      readonly requests: readonly ShownRequest[];
      readonly response: ShownResponse | undefined;
      readonly milliseconds: number;
    } & Judgement);

/**
 * Sends a prepared request once, asking for what needs a person's word, and judges the answer as Digdag would. What Digdag would repeat
 * is told, not done. Rejects only where `signal` ends it.
 */
export async function sendPreview(
  prepared: PreparedPreview,
  { confirm, ...ports }: PreviewPorts,
  signal: AbortSignal,
): Promise<PreviewResult> {
  const { request, shown, mask } = prepared;
  const { address } = request;
  if (!address || !shown) return notSendable(prepared);
  const addressed = { ...request, address };
  const guards = new Guards(confirm, shown, mask);
  try {
    await guards.beforeSending(addressed);
    const { send } = await import('../net/main.ts');
    const { checkAddress, checkRedirect } = guards;
    const sent = await send(
      addressed,
      { ...ports, checkAddress, checkRedirect, isolateCookies: true, longest },
      signal,
    );
    const { verdict, ...judged } = judgement(prepared, sent.exchange);
    return {
      kind: 'sent',
      requests: sent.requests.map((wire) => showRequest(wire, mask)),
      response: sent.response && showResponse(prepared, sent.response),
      milliseconds: sent.milliseconds,
      verdict: { ...verdict, advice: [...guards.withheld.map(withheldNote), ...verdict.advice] },
      ...judged,
    };
  } catch (error) {
    if (error instanceof Declined) return { kind: 'declined', question: error.question };
    throw error;
  }
}

/** What Digdag would have got may be another answer. */
function withheldNote(host: string): Text {
  return text('{0} got less than Digdag sends there: headers, secrets and cookies stayed with the first server.', host);
}

function showResponse({ mask }: PreparedPreview, head: ResponseHead): ShownResponse {
  return { ...head, reason: mask.text(head.reason), headers: head.headers.map((header) => mask.header(header)) };
}

/** Digdag retries such a task for ever without ever sending anything. */
function notSendable({ shown }: PreparedPreview): PreviewResult {
  const advice = text(
    'The address names no host that Digdag can ask. It must begin with http:// or https:// and a host without "_".',
  );
  const verdict: PreviewVerdict = {
    kind: 'retried',
    message: 'HTTP request failed. null',
    advice: [advice],
    mends: [],
  };
  const requests = shown ? [shown] : [];
  return {
    kind: 'sent',
    requests,
    response: undefined,
    milliseconds: 0,
    verdict,
    definition: undefined,
    body: undefined,
  };
}
