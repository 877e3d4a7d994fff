import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDefinition, runArguments } from './definition.ts';

describe('a task of type digdag', () => {
  it('is read from tasks.json; what has the wrong type counts as absent', () => {
    const written = { type: 'digdag', workflow: 'main.dig', task: '+a', params: { n: 1 }, session: 5, resume: 'yes' };
    expect(readDefinition(written)).toEqual({ type: 'digdag', workflow: 'main.dig', task: '+a', params: { n: 1 } });
    expect(readDefinition({ type: 'digdag' })).toBeUndefined();
  });

  it('has the properties that the manifest declares', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
    const [{ properties }] = manifest.contributes.taskDefinitions;
    const all = {
      type: 'digdag',
      workflow: 'w',
      task: '+t',
      project: 'p',
      params: {},
      paramsFile: 'f',
      session: 's',
      resume: true,
      dryRun: true,
    };
    expect(Object.keys(readDefinition(all) ?? {}).sort()).toEqual(['type', ...Object.keys(properties)].sort());
  });
});

describe('the arguments of a run', () => {
  it('name the file and the task behind everything else', () => {
    expect(runArguments('main.dig', undefined, { type: 'digdag', workflow: 'x', task: '+a' })).toEqual([
      'run',
      '--',
      'main.dig',
      '+a',
    ]);
  });

  it('hold parameters as texts, nested ones by dots', () => {
    const params = { n: 1, table: { name: 'a b' } };
    expect(runArguments('main.dig', 'sub', { type: 'digdag', workflow: 'x', params })).toEqual([
      ...['run', '--project', 'sub', '-p', 'n=1', '-p', 'table.name=a b', '--', 'main.dig'],
    ]);
  });

  it('run a session again unless it is to be resumed', () => {
    const definition = { type: 'digdag', workflow: 'x', session: '2026-01-02' } as const;
    expect(runArguments('main.dig', undefined, definition)).toContain('--rerun');
    expect(runArguments('main.dig', undefined, { ...definition, resume: true })).toContain('--resume');
    expect(runArguments('main.dig', undefined, { ...definition, resume: true })).not.toContain('--rerun');
  });
});
