import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../core/text/text.ts';
import type { Behaviour } from '../../test/conformance/http/behaviour.ts';
import { PreviewWorld } from '../../test/support/previewWorld.ts';
import { longest } from './judgement.ts';

const world = new PreviewWorld();

beforeAll(() => world.open());
afterEach(() => world.forget());
afterAll(() => world.close());

const yaml = { headers: { 'Content-Type': 'application/x-yaml' } };
const doubling = `_export:\n  a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, index) => `  a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`).join('\n')}\n+t: {echo>: x}\n`;
const tasks = '+c:\n  echo>: x\n';

/** What Digdag makes of an answer, what to do about it, and which options would change it. */
async function verdict(behaviour: Behaviour, options = '', files = {}) {
  const dig = `+t:\n  http_call>: http://HOST/wf\n${options.replace(/^(?=.)/gm, '  ')}`;
  const { kind, message, advice, mends } = (await world.sent(dig, { '/wf': behaviour }, () => true, { files })).verdict;
  return { kind, message, advice: advice.map((text) => render(text)).join('\n'), mends: mends.map(shown) };
}

function shown({ option, value }: { readonly option: string; readonly value: string }): string {
  return `${option}: ${value}`;
}

describe('what would mend it', () => {
  it.each<[string, Behaviour, string, string[]]>([
    ['no type', { body: tasks }, '', ['content_type_override: application/x-yaml']],
    ['JSON of another type', { body: '{"+c":{"echo>":"x"}}' }, '', ['content_type_override: application/json']],
    [
      'a charset that is unknown',
      { headers: { 'Content-Type': 'application/x-yaml; charset="x"' }, body: tasks },
      '',
      ['content_type_override: application/x-yaml'],
    ],
    [
      'a wrong override',
      { ...yaml, body: tasks },
      'content_type_override: text/yaml',
      ['content_type_override: application/x-yaml'],
    ],
    ['a web page', { headers: { 'Content-Type': 'text/html' }, body: '<html></html>' }, '', []],
    [
      'a redirect that is not followed',
      { status: 302, headers: { Location: '/x' } },
      'follow_redirects: false',
      ['follow_redirects: true'],
    ],
    ['a failing service', { status: 503 }, '', ['retry: false']],
    ['a failing service and POST', { status: 503 }, 'method: POST', ['retry: true']],
    ['too many requests, whatever retry says', { status: 429 }, '', []],
    ['another method', { status: 405, headers: { Allow: 'POST, PUT' } }, '', ['method: POST']],
    [
      'a type of the body that nobody knows',
      { status: 415 },
      'method: POST\ncontent: x',
      ['content_type: text/plain', 'content_type: application/json'],
    ],
    ['a late answer', { delay: 3 }, 'timeout: 1\nretry: false', ['timeout: 60', 'retry: true']],
  ])('%s', async (_, behaviour, options, mends) => {
    expect((await verdict(behaviour, options)).mends).toEqual(mends);
  });
});

describe('what is told about it', () => {
  it.each<[string, Behaviour, string, string]>([
    ['an empty answer', { ...yaml, body: '' }, '', 'The answer is empty'],
    ['an operator at the top', { ...yaml, body: 'echo>: x\n' }, '', 'The answer must be a workflow file'],
    ['64 KiB', { ...yaml, body: `# ${'x'.repeat(65_536)}` }, '', 'http_call> takes at most 65,536 characters'],
    ['a file that is not there', { ...yaml, body: '!include : none.yml\n' }, '', '!include in an answer reads files'],
    [
      'what has no effect',
      { ...yaml, body: `timezone: UTC\nschedule: {daily>: 1:00:00}\n${tasks}` },
      '',
      [
        'timezone in the answer has no effect: the calling workflow decides.',
        'schedule in the answer has no effect: the calling workflow decides.',
      ].join('\n'),
    ],
    ['aliases without end', { ...yaml, body: doubling }, '', 'Its aliases stand for more'],
    [
      'an alias that holds itself',
      { ...yaml, body: '_export: &a {b: *a}\n+t: {echo>: x}\n' },
      '',
      'nested more deeply',
    ],
    ['included files', { ...yaml, body: `_export:\n  !include : vars.yml\n${tasks}` }, '', 'this project: vars.yml'],
    ['_retry', { status: 404 }, '_retry: 3', 'Then _retry runs the task again: 3'],
  ])('%s', async (_, behaviour, options, advice) => {
    expect((await verdict(behaviour, options)).advice).toContain(advice);
  });

  it('says that Digdag would wait longer than a preview', async () => {
    const prepared = await world.ready('+t:\n  http_call>: http://HOST/wf\n  timeout: 0\n');
    const { judgement } = await import('./judgement.ts');
    const late = { kind: 'failed', failure: { kind: 'timeout', detail: '' } } as const;
    expect(judgement(prepared, late).verdict).toMatchObject({ kind: 'unknown' });
    const request = { ...prepared.request, timeoutSeconds: longest / 1000 };
    expect(judgement({ ...prepared, request }, late).verdict).toMatchObject({ kind: 'retried' });
  });

  it('warns of a secret that goes out in clear', async () => {
    const dig = '+t:\n  http>: http://HOST/x\n  headers: [{k: "${secret:tok}"}]\n';
    const { warnings } = await world.ready(dig, { secrets: { tok: 'hidden' } });
    expect(warnings.map((text) => render(text)).join()).toContain('A secret goes to an http:// address');
    const secure = await world.ready(dig.replace('http://', 'https://'), { secrets: { tok: 'hidden' } });
    expect(secure.warnings).toEqual([]);
  });
});

it('places the tasks in the text that is shown, where secrets have become stars', async () => {
  const body = '# hidden\n+c:\n  sh>: echo hidden\n+d:\n  echo>: x\n';
  const dig = '+t:\n  http_call>: http://HOST/wf\n  headers: [{k: "${secret:tok}"}]\n';
  const { definition } = await world.sent(dig, { '/wf': { ...yaml, body } }, () => true, {
    secrets: { tok: 'hidden' },
  });
  const at = definition?.tasks.map(({ start, end, command }) => [definition.text.slice(start, end), command]);
  expect(at?.slice(1)).toEqual([
    ['+c', 'echo ***'],
    ['+d', 'x'],
  ]);
});
