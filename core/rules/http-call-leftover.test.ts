import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { httpCallLeftover } from './http-call-leftover.ts';

describe('http-call-leftover', () => {
  const child = '+a:\n  echo>: x\n';

  it('beside a workflow with http_call>', () => {
    const files = { 'main.dig': '+a:\n  http_call>: http://localhost/\n', 'http_call.dig': child };
    expect(said(httpCallLeftover, files, 'http_call.dig')).toHaveLength(1);
  });

  it('not a workflow of that name alone', () => {
    expect(said(httpCallLeftover, { 'main.dig': child, 'http_call.dig': child }, 'http_call.dig')).toEqual([]);
  });
});
