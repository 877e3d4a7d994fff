import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { render } from '../../core/text/text.ts';
import { PreviewWorld } from '../../test/support/previewWorld.ts';
import { prepareNested } from './prepare.ts';

const world = new PreviewWorld();

beforeAll(() => world.open());
afterEach(() => world.forget());
afterAll(() => world.close());

const caller = '_export: {a: caller, b: caller}\n+t:\n  _export: {c: task}\n  http_call>: http://HOST/wf\n  local: 1\n';
const body = [
  '_export: {b: fetched}',
  '+g:',
  '  +inner:',
  '    http_call>: http://HOST/${a}/${b}/${c}/${session_date}',
  '    headers: [{task: "${task_name}"}]',
  '  +lost:',
  '    http>: http://HOST/${local}',
].join('\n');

async function nested(task: string) {
  const prepared = await world.ready(caller);
  const { sendPreview } = await import('./send.ts');
  world.server.routes = { '/wf': { headers: { 'Content-Type': 'application/x-yaml' }, body: world.named(body) } };
  const confirm = (): Promise<boolean> => Promise.resolve(true);
  const result = await sendPreview(prepared, { confirm }, AbortSignal.timeout(10_000));
  const workflow = result.kind === 'sent' ? result.definition?.workflow : undefined;
  if (!workflow) throw new Error('no workflow');
  return prepareNested({ ...world.input({}), task }, prepared, workflow);
}

it('goes on to a fetched task with the exports of the caller, and sends nothing by itself', async () => {
  const prepared = await nested('+main+t^sub+g+inner');
  if (prepared.kind !== 'ready') throw new Error(prepared.kind);
  expect(prepared.shown?.url).toBe(`http://127.0.0.1:${world.server.port}/caller/fetched/task/2026-01-02`);
  expect(prepared.shown?.headers).toContainEqual(['task', '+main+t^sub+g+inner']);
  expect(prepared.surroundings.taskCount).toBe(2 + 4);
  expect(world.received.length).toBe(1);
});

it('does not show the fetched tasks the local keys of their caller', async () => {
  const prepared = await nested('+lost');
  expect(prepared).toMatchObject({ kind: 'unresolved', missing: [{ kind: 'variable', name: 'local' }] });
});

it('goes on to hide the secrets of the caller, which its answer may hold', async () => {
  const dig = '+t:\n  http_call>: http://HOST/wf\n  headers: [{k: "${secret:tok}"}]\n';
  const fetched = '+a:\n  http>: http://HOST/?k=hidden\n';
  const answer = { headers: { 'Content-Type': 'application/x-yaml' }, body: fetched };
  const given = { secrets: { tok: 'hidden' } };
  const { definition } = await world.sent(dig, { '/wf': answer }, () => true, given);
  if (!definition?.workflow) throw new Error('no workflow');
  const prepared = await prepareNested(
    { ...world.input(given), task: '+a' },
    await world.ready(dig, given),
    definition.workflow,
  );
  expect(prepared.kind === 'ready' && prepared.shown?.url).toMatch(/\/\?k=\*\*\*$/);
  expect(prepared.kind === 'ready' && prepared.wire?.target).toBe('/?k=hidden');
});

it('says where there is no such task', async () => {
  const prepared = await nested('+none');
  expect(prepared.kind === 'refused' && render(prepared.message)).toContain('+main+t^sub+g+inner');
});
