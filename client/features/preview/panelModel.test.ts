import { describe, expect, it } from 'vitest';
import { render } from '../../../core/text/text.ts';
import { readPanelMessage } from '../../webview/preview/messages.ts';
import { type PanelContent, panelModel, type Sent } from './panelModel.ts';

const group = { group: true, operator: undefined, command: undefined, effect: undefined, start: 0, end: 0 };
const sent: Sent = {
  kind: 'sent',
  requests: [{ method: 'POST', url: 'http://h/x', headers: [['x-api-key', '***']], body: '{"a":1}', proxy: undefined }],
  response: {
    status: 200,
    reason: 'OK',
    headers: [['Content-Type', 'application/x-yaml']],
    wireBytes: 10,
    decodedBytes: 30,
  },
  milliseconds: 12.4,
  verdict: { kind: 'accepted', message: '', advice: [], mends: [] },
  definition: {
    text: '+a:\n  sh>: ls\n',
    tasks: [
      { ...group, fullName: '+m^sub' },
      { ...group, fullName: '+m^sub+g' },
      { ...group, group: false, fullName: '+m^sub+g+a', operator: 'sh', command: 'ls\n-l', effect: 'command' },
      { ...group, group: false, fullName: '+m^sub+b', operator: 'http_call', command: 'http://h', effect: 'request' },
    ],
    workflow: undefined,
  },
  body: '+a:\n  sh>: ls\n',
};
const content: PanelContent = {
  target: { uri: 'file:///p/m.dig', task: '+m' },
  sent,
  warnings: [],
  certificateProblems: [],
  busy: false,
  difference: undefined,
};

describe('the model of the panel', () => {
  it('shows the verdict, the tasks with what they would do, the request, and the answer', () => {
    const { verdict, summary, sections } = panelModel(content, render);
    expect(verdict).toEqual({ tone: 'good', text: 'Digdag accepts the answer: it would add 2 task(s).', advice: [] });
    expect(sections.map(({ heading }) => heading)).toEqual([
      'Tasks that it would add under +m^sub',
      'Request',
      'Response',
    ]);
    expect(
      sections[0]?.tasks?.map(({ name, depth, what, effect, follow }) => [name, depth, what, effect, follow]),
    ).toEqual([
      ['+m^sub+g', 0, '', undefined, undefined],
      ['+m^sub+g+a', 1, 'sh>: ls', 'runs a command', undefined],
      ['+m^sub+b', 0, 'http_call>: http://h', 'sends a request', 'Preview'],
    ]);
    expect(summary).toEqual([
      ['Status', '200 OK'],
      ['Type', 'application/x-yaml'],
      ['Size', '10 bytes, 30 decompressed'],
      ['Time', '12 ms'],
    ]);
    expect(sections[2]).toEqual({ heading: 'Response', headers: [['Content-Type', 'application/x-yaml']] });
  });

  it('offers what can be done: only cancelling while it is busy, comparing only where something differs', () => {
    const ids = (more: Partial<PanelContent>): string[] =>
      panelModel({ ...content, ...more }, render).actions.map(({ id }) => id);
    expect(ids({ busy: true })).toEqual(['cancel']);
    expect(ids({ sent: undefined })).toEqual(['send']);
    expect(ids({})).not.toContain('diff');
    expect(ids({ difference: 'other' })).toContain('diff');
    expect(ids({ sent: { ...sent, definition: undefined } })).not.toContain('save');
  });

  it("gives Digdag's words of a refusal, and shows the body where no workflow is shown", () => {
    const verdict = { kind: 'failed', message: 'Unsupported Content-Type', advice: [], mends: [] } as const;
    const refused = panelModel({ ...content, sent: { ...sent, verdict, definition: undefined } }, render);
    expect(refused.verdict).toMatchObject({
      tone: 'bad',
      text: 'Digdag refuses the answer, and the task fails: Unsupported Content-Type',
    });
    expect(refused.sections.at(-1)).toEqual({ heading: 'Body', text: sent.body });
  });

  it('says how an answer compares with the last one, and shows nothing of it while the next is under way', () => {
    expect(panelModel({ ...content, difference: 'same' }, render).summary.at(-1)).toEqual([
      'Last preview',
      'The same was received.',
    ]);
    expect(panelModel({ ...content, busy: true }, render).summary).toEqual([]);
    expect(panelModel({ ...content, sent: { ...sent, response: undefined } }, render).summary[0]).toEqual([
      'Status',
      'None.',
    ]);
  });

  it('holds nothing of a request where nothing was received', () => {
    expect(panelModel({ ...content, sent: undefined }, render).sections).toEqual([]);
  });
});

describe('messages of the panel', () => {
  it('are taken only as they are meant', () => {
    expect(readPanelMessage({ type: 'action', id: 'send' })).toEqual({ type: 'action', id: 'send' });
    expect(readPanelMessage({ type: 'mend', index: 1 })).toEqual({ type: 'mend', index: 1 });
    for (const value of [null, 'send', {}, { type: 'action', id: 'rm' }, { type: 'mend' }, { type: 'follow', task: 1 }])
      expect(readPanelMessage(value)).toBeUndefined();
  });
});
