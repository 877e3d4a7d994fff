import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../core/text/text.ts';
import { PreviewWorld } from '../../test/support/previewWorld.ts';

const world = new PreviewWorld();

beforeAll(() => world.open());
afterEach(() => world.forget());
afterAll(() => world.close());

const yaml = { headers: { 'Content-Type': 'application/x-yaml' } };

describe('preparePreview', () => {
  it('evaluates the task with the exports and the session around it', async () => {
    const dig =
      '_export: {a: 1}\n+g:\n  _export: {b: "${a}2"}\n  +t:\n    http_call>: http://HOST/${b}/${session_date}\n';
    const { shown, task } = await world.ready(dig);
    expect(task.fullName).toBe('+main+g+t');
    expect(shown?.url).toBe(`http://127.0.0.1:${world.server.port}/12/2026-01-02`);
  });

  it('lists every variable and secret that is not known, then takes them', async () => {
    const dig =
      '+t:\n  http_call>: http://HOST/${x}\n  headers: [{k: "${secret:tok}"}]\n  content: ["${y}${z}", "${x + z}"]\n';
    const prepared = await world.prepare(dig);
    expect(prepared.kind === 'unresolved' && prepared.missing).toEqual([
      { kind: 'variable', name: 'x' },
      { kind: 'variable', name: 'y' },
      { kind: 'variable', name: 'z' },
      { kind: 'secret', name: 'tok' },
    ]);
    const params = new Map([
      ['x', '1'],
      ['y', '2'],
      ['z', '3'],
    ]);
    const { shown } = await world.ready(dig, { params, secrets: { tok: 'hidden' } });
    expect(shown?.headers).toContainEqual(['k', '***']);
  });

  it('finds the task that is asked for, http_call> first, and says what is missing', async () => {
    const dig = '+a:\n  http>: http://HOST/a\n+b:\n  http_call>: http://HOST/b\n';
    expect((await world.ready(dig)).task.fullName).toBe('+main+b');
    expect((await world.ready(dig, { task: '+a' })).operator).toBe('http');
    const missing = await world.prepare(dig, { task: '+c' });
    expect(missing.kind === 'refused' && render(missing.message)).toBe(
      'No http_call> or http> task is named +c. There are: +main+b, +main+a',
    );
    const none = await world.prepare('+a:\n  echo>: x\n');
    expect(none.kind === 'refused' && none.reason).toBe('nothing');
    const broken = await world.prepare('+a:\n  http>: x\n  echo>: y\n');
    expect(broken.kind === 'refused' && render(broken.message)).toContain("A task can't have more than one operator");
  });
});

describe('sendPreview', () => {
  it('shows the workflow, its tasks and what they would do', async () => {
    const body = '_export:\n  !include : vars.yml\n+c:\n  sh>: rm x\n+d:\n  http>: http://z/\n+e:\n  echo>: ${v}\n';
    const result = await world.sent('+t:\n  http_call>: http://HOST/wf\n', { '/wf': { ...yaml, body } });
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
    const wrong = await world.sent(dig, {
      '/wf': { headers: { 'Content-Type': 'text/plain' }, body: '+c: {echo>: x}\n' },
    });
    expect(wrong.verdict.message).toMatch(/^Unsupported Content-Type .*: text\/plain$/);
    expect(wrong.verdict.mends).toMatchObject([{ option: 'content_type_override', value: 'application/x-yaml' }]);
    const broken = await world.sent(dig, { '/wf': { ...yaml, body: '+c:\n  echo>: x\n  sh>: y\n' } });
    expect(broken.verdict).toMatchObject({ kind: 'failed' });
    expect(broken.verdict.message).toContain("A task can't have more than one operator");
    const tasks = Array.from({ length: 1000 }, (_, index) => `+t${index}: {echo>: x}`).join('\n');
    const many = await world.sent(dig, { '/wf': { ...yaml, body: tasks } });
    expect(many.verdict.message).toBe('Too many tasks. Limit: 1000, Current: 2, Adding: 1001 (task limit exceeded)');
    const failing = await world.sent(dig, { '/wf': { status: 500, body: 'down' } });
    expect(failing.verdict).toMatchObject({ kind: 'retried' });
    expect(world.received.length).toBe(4);
  });

  it('cuts an answer of 40 MB', async () => {
    const result = await world.sent('+t:\n  http_call>: http://HOST/wf\n', {
      '/wf': { ...yaml, body: 'x'.repeat(40 * 1024 * 1024) },
    });
    expect(result.verdict.message).toBe('Buffering capacity exceeded');
    expect(result.response?.decodedBytes).toBeLessThan(3 * 1024 * 1024);
  });

  it('asks before a method that changes something, and before a private address; no means nothing is sent', async () => {
    const dig = '+t:\n  http>: http://HOST/x\n  method: DELETE\n';
    expect(await world.preview(dig, {}, ({ kind }) => kind !== 'method')).toMatchObject({ kind: 'declined' });
    expect(await world.preview(dig, {}, ({ kind }) => kind !== 'private-address')).toMatchObject({ kind: 'declined' });
    expect(world.received).toEqual([]);
    world.asked = [];
    await world.sent('+t:\n  http>: http://HOST/x\n', {});
    expect(world.asked.map(({ kind }) => kind)).toEqual(['private-address']);
  });

  it('gives another server no header, cookie, secret or password on a redirect', async () => {
    const away = {
      status: 307,
      headers: { Location: 'http://OTHER/y', 'Set-Cookie': 'c=1; Path=/' },
    };
    const dig =
      '+t:\n  http>: http://HOST/x\n  method: POST\n  content: {k: "${secret:tok}"}\n  headers: [{x-mine: a}, {accept: b}, {accept-language: "${secret:tok}"}]\n';
    const secrets = { tok: 'hidden', 'http.user': 'al', 'http.password': 'pw' };
    await world.sent(dig, { '/x': away }, () => true, { secrets });
    const [first, second] = world.received;
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
    expect(world.asked.map(({ kind }) => kind)).toContain('redirect');
  });

  it('masks an address that is a secret, in whatever form it goes out', async () => {
    const secrets = { 'http.uri': world.named('HTTP://user@HOST/hook/abc') };
    const dig = '+t:\n  http>: unused\n  query: {a: 1}\n  retry: false\n';
    const result = await world.sent(dig, { '*': { status: 500, body: 'down' } }, () => true, { secrets });
    expect(world.received[0]?.target).toBe('/hook/abc?a=1');
    expect(JSON.stringify(result)).not.toContain('hook');
  });

  it('masks secrets in the request, the answer and the verdict', async () => {
    const dig = '+t:\n  http>: http://HOST/x?k=${secret:tok}\n  retry: false\n';
    const result = await world.sent(dig, { '/x': { status: 500, body: 'hidden!' } }, () => true, {
      secrets: { tok: 'hidden' },
    });
    expect(world.received[0]?.target).toBe('/x?k=hidden');
    expect(JSON.stringify(result)).not.toContain('hidden');
  });
});
