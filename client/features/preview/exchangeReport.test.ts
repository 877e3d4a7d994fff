import { describe, expect, it } from 'vitest';
import { render } from '../../../core/text/text.ts';
import { exchangeReport, type Sent, verdictLine } from './exchangeReport.ts';

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
  verdict: { kind: 'accepted', message: '', advice: [] },
  definition: {
    text: '+a:\n  sh>: ls\n',
    tasks: [
      { fullName: '+m^sub', group: true, operator: undefined, command: undefined, effect: undefined, start: 0, end: 0 },
      { fullName: '+m^sub+a', group: false, operator: 'sh', command: 'ls\n-l', effect: 'command', start: 0, end: 2 },
    ],
    workflow: undefined,
  },
  body: '+a:\n  sh>: ls\n',
};

describe('the report of an exchange', () => {
  it('holds the request, the status, type, size and time, and the tasks', () => {
    expect(exchangeReport('+m', sent, render).split('\n')).toEqual(
      expect.arrayContaining([
        'Digdag accepts the answer: it would add 1 task(s).',
        '  +m^sub+a',
        '      sh>: ls  (runs a command)',
        'POST http://h/x',
        'x-api-key: ***',
        '{"a":1}',
        '200 OK',
        'Type: application/x-yaml',
        'Size: 10 bytes, 30 decompressed',
        'Time: 12 ms',
      ]),
    );
  });

  it('shows the body only where no workflow is shown beside it', () => {
    expect(exchangeReport('+m', sent, render)).not.toContain('── Body');
    expect(exchangeReport('+m', { ...sent, definition: undefined }, render)).toContain('── Body');
  });

  it("gives Digdag's words of a refusal", () => {
    const refused: Sent = { ...sent, verdict: { kind: 'failed', message: 'Unsupported Content-Type', advice: [] } };
    expect(verdictLine(refused, render)).toBe(
      'Digdag refuses the answer, and the task fails: Unsupported Content-Type',
    );
  });
});
