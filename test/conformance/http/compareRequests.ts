import { matches } from '../run/placeholders.ts';
import type { RecordedRequest } from './recording.ts';
import type { ReceivedRequest } from './server.ts';

/** Where the requests differ from the recorded ones: server, method, target, headers but user-agent, body, number and order. */
export function requestDifferences(
  recorded: readonly RecordedRequest[],
  received: readonly ReceivedRequest[],
): string[] {
  if (recorded.length !== received.length) {
    const lines = (all: readonly { method: string; target: string }[]) =>
      all.map((one) => `${one.method} ${one.target}`);
    return [`requests: recorded ${lines(recorded).join(', ')}\n          got      ${lines(received).join(', ')}`];
  }
  return recorded.flatMap((expected, index) => {
    const got = received[index];
    const [should, is] = [shown(expected, bodyOf(expected)), got ? shown(got, got.body) : ''];
    return matches(should, is) ? [] : [`request ${index + 1}: recorded ${should}\n           got      ${is}`];
  });
}

type Shown = Pick<RecordedRequest, 'server' | 'method' | 'target' | 'headers'>;

function shown({ server, method, target, headers }: Shown, body: Buffer): string {
  const compared = headers.filter(([name]) => name !== 'user-agent').map(([name, value]) => `${name}: ${value}`);
  return [`${server} ${method} ${target}`, ...compared, '', body.toString('latin1')].join('\n');
}

function bodyOf({ body, bodyEncoding }: RecordedRequest): Buffer {
  return bodyEncoding === 'base64' ? Buffer.from(body, 'base64') : Buffer.from(body, 'utf8');
}
