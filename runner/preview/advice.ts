import type { Answer } from '../../core/http/answer.ts';
import { contentType } from '../../core/http/body.ts';
import type { HttpRequest } from '../../core/http/request.ts';
import { type Text, text } from '../../core/text/text.ts';

/** What to do about an answer that Digdag retries. */
export function retryAdvice(request: HttpRequest): Text {
  if (!request.retry) return text('Digdag tries again without end: after 1, 2, 4, 8, 16, then every 30 seconds.');
  return text(
    'Digdag tries again without end: after 1, 2, 4, 8, 16, then every 30 seconds. retry: false makes the task fail instead.',
  );
}

/** What to do about a definition that Digdag does not take. */
export function definitionAdvice(answer: Answer, body: string): Text | undefined {
  const { mediaType } = contentType(answer);
  const known = mediaType === 'application/json' || mediaType === 'application/x-yaml';
  if (known) return undefined;
  if (/^\s*<(!doctype|html)/i.test(body))
    return text('The answer is a web page: is the address right, and does it need credentials?');
  if (/^\s*\{/.test(body))
    return text(
      'Let the service answer with Content-Type application/json, or set content_type_override: application/json.',
    );
  return text(
    'Let the service answer with Content-Type application/x-yaml, or set content_type_override: application/x-yaml.',
  );
}

/** What to do about a failure, where the status alone tells it. */
export function statusAdvice(answer: Answer): Text | undefined {
  switch (answer.status) {
    case 401:
    case 403:
      return text(
        'Check the credentials: the headers of the task, or the secrets http.user, http.password and http.authorization.',
      );
    case 404:
      return text('Check the address: the server knows nothing there.');
    case 405:
      return text('Check the method: the server does not take this one at this address.');
    default:
      return answer.status >= 500 ? text('The service failed: look at its own log.') : undefined;
  }
}
