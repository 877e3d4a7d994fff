import { shownUrl } from '../../core/http/address.ts';
import type { Answer } from '../../core/http/answer.ts';
import { environmentProxies } from '../../core/http/proxy.ts';
import { buildRequest, type HttpOperatorName, type HttpRequest } from '../../core/http/request.ts';
import { judge, retryWait } from '../../core/http/verdict.ts';
import type { DigdagError, Result } from '../../core/text/digdagError.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { isMap } from '../../core/value/value.ts';
import { OperatorError, type TaskContext } from './operator.ts';

export interface Accepted {
  readonly request: HttpRequest;
  readonly answer: Answer;
}

/**
 * Sends the request of an http> or http_call> task once.
 * @returns an answer that Digdag accepts; throws what Digdag says of any other, with the wait where it tries again
 */
export async function exchangeOnce(context: TaskContext, operator: HttpOperatorName): Promise<Accepted> {
  const request = orFail(buildRequest(operator, context.params, context.secrets, environmentProxies(context.env)));
  const { address } = request;
  if (!address) throw tryAgain(context, 'the URL names no host');
  const url = `${request.method} ${shownUrl(address, request.secretUrl)}`;
  context.log('info', `Sending HTTP request: ${url}`);
  const { send } = await import('../net/main.ts');
  const { exchange } = await send({ ...request, address }, {}, context.signal);
  if (exchange.kind === 'failed') context.log('warn', `Exception without response: ${url}`);
  else
    context.log(
      'info',
      `Received HTTP response: ${url}: ${exchange.answer.status} - ${exchange.answer.body.length} bytes`,
    );
  const verdict = judge(request, exchange);
  if (verdict.kind === 'retried') throw tryAgain(context, verdict.cause);
  if (verdict.kind === 'failed') throw operatorError(verdict.error);
  return { request, answer: verdict.answer };
}

/** The value, or Digdag's error thrown as the runner takes it. */
export function orFail<T>(result: Result<T>): T {
  if (!result.ok) throw operatorError(result.error);
  return result.value;
}

function operatorError(error: DigdagError): OperatorError {
  return new OperatorError(error.text, { kind: error.kind });
}

/** PollingRetryExecutor: the number of tries is kept in the task's state, and there is no last one. */
function tryAgain(context: TaskContext, cause: string): OperatorError {
  const request = context.state.get('request');
  const before = isMap(request) ? Number(request.get('retry') ?? 0) : 0;
  const after = retryWait(before + 1);
  context.log('warn', `HTTP request failed. ${cause}: retrying in ${after} seconds`);
  const state: ConfigMap = new Map([['request', new Map([['retry', before + 1]])]]);
  return new OperatorError(cause, { retry: { after, state, polling: false } });
}
