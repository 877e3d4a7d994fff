import { type Answer, header, type TransportFailure } from '../../core/http/answer.ts';
import { type Text, text } from '../../core/text/text.ts';

/** How long Digdag tries again. */
export function retryAdvice(): Text {
  return text('Digdag tries again without end: after 1, 2, 4, 8, 16, then every 30 seconds.');
}

/** What to do about a definition that Digdag does not take. */
export function definitionAdvice(answer: Answer, body: string, message: string): Text | undefined {
  if (answer.status >= 300 && header(answer, 'location') !== undefined)
    return text('The answer is a redirect, and follow_redirects: false takes it for the workflow.');
  if (/^\s*<(!doctype|html)/i.test(body))
    return text('The answer is a web page: is the address right, and does it need credentials?');
  if (body.trim() === '') return text('The answer is empty: at least {} must come.');
  if (message.startsWith('Response content too large'))
    return text(
      'http_call> takes at most 65,536 characters. Let the answer call> workflows of the project, or split it over several tasks.',
    );
  if (message.includes('includes unknown keys'))
    return text(
      'The answer must be a workflow file: its tasks are keys that begin with +, also where there is only one.',
    );
  if (/^(Unsupported|Content-Type must)/.test(message))
    return text(
      'Let the service answer with Content-Type application/x-yaml or application/json, or set content_type_override.',
    );
  if (message.endsWith('(unsupported charset)'))
    return text('Let the service name a charset that Java knows, without quotes: charset=utf-8.');
  if (message.includes('OutOfMemoryError'))
    return text('Its aliases stand for more than Digdag can hold in memory: each * counts as all that its & holds.');
  if (/StackOverflowError|nested too deeply/.test(message))
    return text('It is nested more deeply than Digdag can read, or an alias holds itself.');
  if (message.startsWith('File not found'))
    return text('!include in an answer reads files of this project, below the working directory of the task.');
  return undefined;
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
    case 415:
      return text('Check content_type and content_format: the server does not take a body of this type.');
    default:
      return answer.status >= 500 ? text('The service failed: look at its own log.') : undefined;
  }
}

/** What to do about a request that no answer came to. */
export function transportAdvice({ kind }: TransportFailure): Text | undefined {
  switch (kind) {
    case 'refused':
    case 'unreachable':
    case 'connect-timeout':
      return text('Nothing answers there: is the service running, and the port right?');
    case 'unknown-host':
      return text('The name of the server is not known: check its spelling, and the network.');
    case 'timeout':
      return text('The service answers too late for the timeout of the task.');
    case 'tls':
      return text('The certificate of the server is not trusted. insecure: true would accept any.');
    case 'closed':
    case 'reset':
      return text('The server ended the connection without an answer.');
    case 'too-large':
      return text('Digdag reads at most 2 MiB of an answer, and http_call> takes at most 65,536 characters.');
    default:
      return undefined;
  }
}
