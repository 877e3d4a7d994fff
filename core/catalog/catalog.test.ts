import { describe, expect, it } from 'vitest';
import { builtInCatalog, Catalog } from './catalog.ts';
import { documentationUrl } from './documentation.ts';

describe('Catalog', () => {
  it('knows the 40 operators that Digdag registers, and not nop>', () => {
    expect(builtInCatalog.operators()).toHaveLength(40);
    expect(builtInCatalog.operator('nop')).toBeUndefined();
    expect(builtInCatalog.operator('http_call')?.parameters.find(({ name }) => name === 'timeout')?.default).toBe(30);
  });

  it('finds options by their kind and by the place where they may stand', () => {
    expect(builtInCatalog.taskOption('+load')?.name).toBe('+NAME');
    expect(builtInCatalog.taskOption('echo>')?.name).toBe('OPERATOR>');
    const names = (options: readonly { name: string }[]) => options.map(({ name }) => name);
    expect(names(builtInCatalog.optionsAt('top'))).toContain('schedule');
    expect(names(builtInCatalog.optionsAt('group'))).not.toContain('schedule');
    expect(names(builtInCatalog.optionsAt('task', 'echo'))).not.toContain('_retry');
    expect(names(builtInCatalog.optionsAt('task', 'sh'))).toContain('_env');
    expect(names(builtInCatalog.optionsAt('task', 'td'))).not.toContain('_env');
  });

  it('lists each key of a task once', () => {
    for (const operator of builtInCatalog.operators()) {
      const names = builtInCatalog.keysOf(operator).map(({ name }) => name);
      expect(new Set(names).size, operator.name).toBe(names.length);
    }
  });

  it('takes operators of a project, but built-in ones win', () => {
    const own = {
      command: { type: ['string'], meaning: 'm' },
      parameters: [],
      unknownKeys: 'ignored',
      honoursRetry: true,
    } as const;
    const catalog = new Catalog([
      { ...own, name: 'slack', summary: 'Posts to Slack.' },
      { ...own, name: 'echo', summary: 'Mine.' },
    ]);
    expect(catalog.operator('slack')?.summary).toBe('Posts to Slack.');
    expect(catalog.operator('echo')?.summary).toBe('Prints a text to the console and to the task log.');
    expect(builtInCatalog.operator('slack')).toBeUndefined();
  });

  it('guesses what a mistyped operator means', () => {
    expect(builtInCatalog.nearestOperator('ehco')?.name).toBe('echo');
    expect(builtInCatalog.nearestOperator('for-each')?.name).toBe('for_each');
    expect(builtInCatalog.nearestOperator('slack')).toBeUndefined();
  });

  it('names members of variables by path, and pages of the documentation', () => {
    expect(builtInCatalog.variable('td.last_results')?.operators).toEqual(['td', 'td_run']);
    expect(builtInCatalog.variable('last_session_time')?.available).toBe('scheduled');
    expect(documentationUrl(builtInCatalog.operator('echo')?.documentation ?? '')).toBe(
      'https://docs.digdag.io/operators/echo.html',
    );
  });
});
