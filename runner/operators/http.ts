import { storedContent } from '../../core/http/verdict.ts';
import { caught } from '../../core/text/digdagError.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { exchangeOnce, orFail } from './httpExchange.ts';
import type { Operator } from './operator.ts';

/** http>: sends a request and stores its answer's status, and its text where that is asked for. */
export const operator: Operator = {
  retries: true,
  async run(context) {
    const { request, answer } = await exchangeOnce(context, 'http');
    const http: ConfigMap = new Map([['last_status', answer.status]]);
    const resetStores = [['http', 'last_status']];
    if (request.storeContent) {
      http.set('last_content', orFail(caught(() => storedContent(answer))));
      resetStores.push(['http', 'last_content']);
    }
    return { stores: new Map([['http', http]]), resetStores };
  },
};
