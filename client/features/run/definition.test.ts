import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EngineSettings } from '../../platform/engineSettings.ts';
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
      start: '+s',
      goal: '+g',
      end: '+e',
      maxTaskThreads: 2,
      simulate: 'outputs.yml',
      engine: 'digdag',
    };
    expect(Object.keys(readDefinition(all) ?? {}).sort()).toEqual(['type', ...Object.keys(properties)].sort());
  });
});

const builtIn: EngineSettings = { engine: 'built-in', digdagPath: undefined };

describe('the arguments of a run', () => {
  it('name the file and the task behind everything else', () => {
    expect(runArguments('main.dig', undefined, { type: 'digdag', workflow: 'x', task: '+a' }, builtIn)).toEqual([
      'run',
      '--',
      'main.dig',
      '+a',
    ]);
  });

  it('hold parameters as texts, nested ones by dots', () => {
    const params = { n: 1, table: { name: 'a b' } };
    expect(runArguments('main.dig', 'sub', { type: 'digdag', workflow: 'x', params }, builtIn)).toEqual([
      ...['run', '--project', 'sub', '-p', 'n=1', '-p', 'table.name=a b', '--', 'main.dig'],
    ]);
  });

  it('name the file of what is simulated', () => {
    const definition = { type: 'digdag', workflow: 'x', simulate: 'outputs.yml' } as const;
    expect(runArguments('main.dig', undefined, definition, builtIn)).toContain('--simulate');
  });

  it('run a session again unless it is to be resumed', () => {
    const definition = { type: 'digdag', workflow: 'x', session: '2026-01-02' } as const;
    expect(runArguments('main.dig', undefined, definition, builtIn)).toContain('--rerun');
    expect(runArguments('main.dig', undefined, { ...definition, resume: true }, builtIn)).toContain('--resume');
    expect(runArguments('main.dig', undefined, { ...definition, resume: true }, builtIn)).not.toContain('--rerun');
  });

  it('leave to --start and --goal what runs again', () => {
    const definition = { type: 'digdag', workflow: 'x', session: '2026-01-02', start: '+main+b' } as const;
    expect(runArguments('main.dig', undefined, definition, builtIn)).toEqual([
      ...['run', '--session', '2026-01-02', '--start', '+main+b', '--', 'main.dig'],
    ]);
    expect(runArguments('main.dig', undefined, { type: 'digdag', workflow: 'x', goal: '+main+b' }, builtIn)).toEqual([
      ...['run', '--goal', '+main+b', '--', 'main.dig'],
    ]);
  });

  it('name the engine that the definition asks for, else the one of the settings', () => {
    const settings: EngineSettings = { engine: 'digdag', digdagPath: '/opt/digdag' };
    const definition = { type: 'digdag', workflow: 'x' } as const;
    expect(runArguments('main.dig', undefined, definition, settings)).toEqual([
      ...['run', '--engine', 'digdag', '--digdag', '/opt/digdag', '--', 'main.dig'],
    ]);
    expect(runArguments('main.dig', undefined, { ...definition, engine: 'built-in' }, settings)).toEqual([
      ...['run', '--', 'main.dig'],
    ]);
  });
});
