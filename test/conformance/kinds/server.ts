import { type ApiAnswer, type Call, jsonOf } from '../../../runner/net/digdag/call.ts';
import type { Credentials } from '../../../runner/net/digdag/credentials.ts';
import { DigdagServer } from '../../../runner/net/digdag/server.ts';
import { failed, type Kind, type Outcome, passed } from '../kind.ts';
import { AnsweringServer } from '../server/answeringServer.ts';
import { answerDifferences, type Reached } from '../server/compareAnswer.ts';
import { requestDifferences } from '../server/compareRequest.ts';
import { type RecordedRequest, recordedHeader, type ServerRecording } from '../server/recording.ts';
import { type Route, typedCall } from '../server/route.ts';
import { attemptRoutes } from '../server/routes/attempts.ts';
import { otherRoutes } from '../server/routes/others.ts';
import { projectRoutes } from '../server/routes/projects.ts';
import { scheduleRoutes } from '../server/routes/schedules.ts';
import { workflowRoutes } from '../server/routes/workflows.ts';
import { servedBody } from '../server/servedBody.ts';

const routes: readonly Route[] = [
  ...projectRoutes,
  ...workflowRoutes,
  ...attemptRoutes,
  ...scheduleRoutes,
  ...otherRoutes,
];

/** No answer of a server on this machine takes longer. */
const patience = 20_000;

/** server.jsonl: the typed client asks a server that answers as recorded. */
export const server: Kind = {
  concurrency: 8,
  async run(line): Promise<Outcome> {
    const { request, response }: ServerRecording = JSON.parse(line);
    const served = servedBody(response);
    const listening = new AnsweringServer({ ...response, body: served.wire });
    const client = new DigdagServer({ endpoint: await listening.listen(), ...optionsOf(request) });
    try {
      const reached = await reach(client, callFor(request));
      const found = [
        ...requestDifferences(request, listening.received),
        ...answerDifferences(response, served, reached),
      ];
      return found.length > 0 ? failed(found.join('\n')) : passed();
    } finally {
      await client.close();
      await listening.close();
    }
  },
};

/**
 * The typed call for a request. One that was made wrong on purpose (a field missing or unknown, another type) is sent as it was recorded,
 * and its answer read as that of the typed call; so is one to a path that is none of Digdag's.
 */
function callFor(request: RecordedRequest): Call<unknown> {
  const typed = typedCall(routes, request);
  if (typed?.isWhole) return typed.call;
  return { read: untyped, ...typed?.call, request: asRecorded(request) };
}

/** Answers to paths that the client has no call for. */
function untyped(answer: ApiAnswer): unknown {
  const isJson = answer.headers['content-type'] === 'application/json' && answer.body.length > 0;
  return isJson ? jsonOf(answer) : new TextDecoder().decode(answer.body);
}

function asRecorded({ method, path, headers, body }: RecordedRequest): Call<unknown>['request'] {
  const type = recordedHeader(headers, 'content-type');
  return {
    method,
    target: path,
    headers: type === undefined ? {} : { 'content-type': type },
    ...(body === null ? {} : { body: Buffer.from(body) }),
  };
}

/** Who asks, and what else holds for a server and not for a call. */
function optionsOf({ headers }: RecordedRequest) {
  const credentials = basicCredentials(recordedHeader(headers, 'authorization'));
  const gzip = recordedHeader(headers, 'accept-encoding') === 'gzip';
  const others = headers.filter(([name]) => name.toLowerCase() !== 'content-type');
  return {
    gzip,
    credentials,
    headers: Object.fromEntries(others.filter(([name]) => !(credentials && name.toLowerCase() === 'authorization'))),
  };
}

function basicCredentials(header = ''): Credentials | undefined {
  const [, encoded = ''] = /^Basic (.+)$/.exec(header) ?? [];
  const [, user, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  return user === undefined || password === undefined ? undefined : { kind: 'basic', user, password };
}

async function reach(client: DigdagServer, call: Call<unknown>): Promise<Reached> {
  try {
    return { kind: 'read', value: await client.ask(call, AbortSignal.timeout(patience)) };
  } catch (error) {
    return { kind: 'thrown', error };
  }
}
