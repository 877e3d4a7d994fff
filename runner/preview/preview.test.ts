import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../core/text/text.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { nodeEvaluator } from '../../host/evaluator.ts';
import type { Routes } from '../../test/conformance/http/behaviour.ts';
import { type ReceivedRequest, RecordingServer } from '../../test/conformance/http/server.ts';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import type { Question } from './guards.ts';
import { type Preparation, type PreparedPreview, preparePreview } from './prepare.ts';
import { type PreviewResult, sendPreview } from './send.ts';

const evaluator = nodeEvaluator();
let received: ReceivedRequest[] = [];
let asked: Question[] = [];
const server = new RecordingServer('HOST', (request) => received.push(request));
const other = new RecordingServer('OTHER', (request) => received.push(request));

beforeAll(async () => {
  await server.listen();
  await other.listen();
});
afterEach(() => {
  received = [];
  asked = [];
});
afterAll(async () => {
  await Promise.all([server.close(), other.close()]);
  evaluator.dispose();
});

function prepare(
  dig: string,
  more: { task?: string; params?: ConfigMap; secrets?: Record<string, string> } = {},
): Promise<Preparation> {
  const { params = new Map(), secrets = {} } = more;
  const text = dig.replaceAll('HOST', `127.0.0.1:${server.port}`);
  const files = memoryFileSystem({ '/p/main.dig': text, '/p/vars.yml': 'v: 1\n' });
  const sessionTime = (): number => Date.parse('2026-01-02T03:04:05Z');
  const input = { files, path: '/p/main.dig', projectDirectory: '/p', params, sessionTime, evaluator, env: {} };
  return preparePreview({ ...input, ...(more.task ? { task: more.task } : {}), secrets: (key) => secrets[key] });
}

async function ready(dig: string, more?: Parameters<typeof prepare>[1]): Promise<PreparedPreview> {
  const prepared = await prepare(dig, more);
  if (prepared.kind !== 'ready') throw new Error(JSON.stringify(prepared.kind));
  return prepared;
}

async function preview(
  dig: string,
  routes: Routes,
  allow = (_: Question): boolean => true,
  more?: Parameters<typeof prepare>[1],
): Promise<PreviewResult> {
  server.routes = routes;
  server.forget();
  const confirm = (question: Question): Promise<boolean> => {
    asked.push(question);
    return Promise.resolve(allow(question));
  };
  return sendPreview(await ready(dig, more), { confirm }, AbortSignal.timeout(10_000));
}

function sent(result: PreviewResult): Extract<PreviewResult, { kind: 'sent' }> {
  if (result.kind !== 'sent') throw new Error('not sent');
  return result;
}

const yaml = { headers: { 'Content-Type': 'application/x-yaml' } };

describe('preparePreview', () => {
  it('evaluates the task with the exports and the session around it', async () => {
    const dig =
      '_export: {a: 1}\n+g:\n  _export: {b: "${a}2"}\n  +t:\n    http_call>: http://HOST/${b}/${session_date}\n';
    const { shown, task } = await ready(dig);
    expect(task.fullName).toBe('+main+g+t');
    expect(shown?.url).toBe(`http://127.0.0.1:${server.port}/12/2026-01-02`);
  });

  it('lists every variable and secret that is not known, then takes them', async () => {
    const dig = '+t:\n  http_call>: http://HOST/${x}\n  headers: [{k: "${secret:tok}"}]\n  content: ["${y}", "${x}"]\n';
    const prepared = await prepare(dig);
    expect(prepared.kind === 'unresolved' && prepared.missing).toEqual([
      { kind: 'variable', name: 'x' },
      { kind: 'variable', name: 'y' },
      { kind: 'secret', name: 'tok' },
    ]);
    const params = new Map([
      ['x', '1'],
      ['y', '2'],
    ]);
    const { shown } = await ready(dig, { params, secrets: { tok: 'hidden' } });
    expect(shown?.headers).toContainEqual(['k', '***']);
  });

  it('finds the task that is asked for, http_call> first, and says what is missing', async () => {
    const dig = '+a:\n  http>: http://HOST/a\n+b:\n  http_call>: http://HOST/b\n';
    expect((await ready(dig)).task.fullName).toBe('+main+b');
    expect((await ready(dig, { task: '+a' })).operator).toBe('http');
    const missing = await prepare(dig, { task: '+c' });
    expect(missing.kind === 'refused' && render(missing.message)).toBe(
      'No http_call> or http> task is named +c. There are: +main+b, +main+a',
    );
    const none = await prepare('+a:\n  echo>: x\n');
    expect(none.kind === 'refused' && none.reason).toBe('nothing');
    const broken = await prepare('+a:\n  http>: x\n  echo>: y\n');
    expect(broken.kind === 'refused' && render(broken.message)).toContain("A task can't have more than one operator");
  });
});

describe('sendPreview', () => {
  it('shows the workflow, its tasks and what they would do', async () => {
    const body = '_export:\n  !include : vars.yml\n+c:\n  sh>: rm x\n+d:\n  http>: http://z/\n+e:\n  echo>: ${v}\n';
    const result = sent(await preview('+t:\n  http_call>: http://HOST/wf\n', { '/wf': { ...yaml, body } }));
    expect(result.verdict.kind).toBe('accepted');
    expect(result.definition?.text).toBe(body);
    expect(result.definition?.tasks.map(({ fullName, effect }) => [fullName, effect])).toEqual([
      ['+main+t^sub', undefined],
      ['+main+t^sub+c', 'command'],
      ['+main+t^sub+d', 'request'],
      ['+main+t^sub+e', undefined],
    ]);
  });

  it('says in Digdag words what it would not take, and what mends it', async () => {
    const dig = '+t:\n  http_call>: http://HOST/wf\n';
    const wrong = sent(await preview(dig, { '/wf': { headers: { 'Content-Type': 'text/plain' }, body: '+c:\n' } }));
    expect(wrong.verdict.message).toMatch(/^Unsupported Content-Type .*: text\/plain$/);
    expect(wrong.verdict.advice.map((advice) => render(advice)).join()).toContain(
      'content_type_override: application/x-yaml',
    );
    const broken = sent(await preview(dig, { '/wf': { ...yaml, body: '+c:\n  echo>: x\n  sh>: y\n' } }));
    expect(broken.verdict).toMatchObject({ kind: 'failed' });
    expect(broken.verdict.message).toContain("A task can't have more than one operator");
    const tasks = Array.from({ length: 1000 }, (_, index) => `+t${index}: {echo>: x}`).join('\n');
    const many = sent(await preview(dig, { '/wf': { ...yaml, body: tasks } }));
    expect(many.verdict.message).toBe('Too many tasks. Limit: 1000, Current: 2, Adding: 1001 (task limit exceeded)');
    const failing = sent(await preview(dig, { '/wf': { status: 500, body: 'down' } }));
    expect(failing.verdict).toMatchObject({ kind: 'retried' });
    expect(received.length).toBe(4);
  });

  it('cuts an answer of 40 MB', async () => {
    const result = sent(
      await preview('+t:\n  http_call>: http://HOST/wf\n', { '/wf': { ...yaml, body: 'x'.repeat(40 * 1024 * 1024) } }),
    );
    expect(result.verdict.message).toBe('Buffering capacity exceeded');
    expect(result.response?.decodedBytes).toBeLessThan(3 * 1024 * 1024);
  });

  it('asks before a method that changes something, and before a private address; no means nothing is sent', async () => {
    const dig = '+t:\n  http>: http://HOST/x\n  method: DELETE\n';
    expect(await preview(dig, {}, ({ kind }) => kind !== 'method')).toMatchObject({ kind: 'declined' });
    expect(await preview(dig, {}, ({ kind }) => kind !== 'private-address')).toMatchObject({ kind: 'declined' });
    expect(received).toEqual([]);
    asked = [];
    sent(await preview('+t:\n  http>: http://HOST/x\n', {}));
    expect(asked.map(({ kind }) => kind)).toEqual(['private-address']);
  });

  it('gives another server no header, cookie, secret or password on a redirect', async () => {
    const away = {
      status: 307,
      headers: { Location: `http://127.0.0.1:${other.port}/y`, 'Set-Cookie': 'c=1; Path=/' },
    };
    const dig =
      '+t:\n  http>: http://HOST/x\n  method: POST\n  content: {k: "${secret:tok}"}\n  headers: [{x-mine: a}, {accept: b}]\n';
    const secrets = { tok: 'hidden', 'http.user': 'al', 'http.password': 'pw' };
    sent(await preview(dig, { '/x': away }, () => true, { secrets }));
    const [first, second] = received;
    expect(first?.body.toString()).toBe('{"k":"hidden"}');
    expect(second?.server).toBe('OTHER');
    expect(second?.body.toString()).toBe('');
    expect(second?.headers.map(([name]) => name).sort()).toEqual([
      'accept',
      'accept-encoding',
      'content-length',
      'content-type',
      'host',
      'user-agent',
    ]);
    expect(asked.map(({ kind }) => kind)).toContain('redirect');
  });

  it('masks secrets in the request, the answer and the verdict', async () => {
    const dig = '+t:\n  http>: http://HOST/x?k=${secret:tok}\n  retry: false\n';
    const result = sent(
      await preview(dig, { '/x': { status: 500, body: 'hidden!' } }, () => true, { secrets: { tok: 'hidden' } }),
    );
    expect(received[0]?.target).toBe('/x?k=hidden');
    expect(JSON.stringify(result)).not.toContain('hidden');
  });
});
