import { describe, expect, it } from 'vitest';
import { locateMap } from '../project/located.ts';
import type { ConfigMap, Value } from '../value/value.ts';
import { compileSubtasks, compileWorkflow } from './compile.ts';
import { walkTasks } from './taskNode.ts';

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };

function value(plain: Plain): Value {
  if (Array.isArray(plain)) return plain.map(value);
  return plain !== null && typeof plain === 'object' ? map(plain) : plain;
}

function map(plain: { [key: string]: Plain }): ConfigMap {
  return new Map(Object.entries(plain).map(([key, item]) => [key, value(item)]));
}

function compile(plain: { [key: string]: Plain }, name = 'main') {
  return compileWorkflow(name, locateMap(map(plain)));
}

describe('compileWorkflow', () => {
  it('finds the tasks of sla, at the top only', () => {
    const late = { time: '02:00', alert: false, '+tell': { 'echo>': 'late' } };
    const { root } = compile({ sla: late, '+g': { sla: late, '+a': { 'echo>': 'x' } } });
    expect([...walkTasks(root)].map(({ fullName }) => fullName)).toEqual([
      '+main',
      '+main^sla',
      '+main^sla+tell',
      '+main+g',
      '+main+g+a',
    ]);
    expect([...walkTasks(compile({ sla: { time: '02:00' }, '+a': { 'echo>': 'x' } }).root)]).toHaveLength(2);
  });

  it('lists tasks with their parents and upstreams', () => {
    const echo = { 'echo>': 'x' };
    const { workflow } = compile({ '+g': { '+a': echo, '+b': echo }, '+c': echo, timezone: 'Asia/Tokyo' });
    expect(workflow?.timezone).toBe('Asia/Tokyo');
    expect(workflow?.tasks.map(({ fullName, parent, upstreams }) => [fullName, parent, upstreams])).toEqual([
      ['+main', null, []],
      ['+main+g', 0, []],
      ['+main+g+a', 1, []],
      ['+main+g+b', 1, [2]],
      ['+main+c', 0, [1]],
    ]);
  });

  it('puts the top-level keys in front of the tasks in Digdag order', () => {
    const { workflow } = compile({ _error: { 'echo>': 'e' }, schedule: { 'daily>': '07:00:00' }, _export: { a: 1 } });
    expect([...(workflow?.tasks[0]?.config.keys() ?? [])]).toEqual(['_export', 'schedule', '_error']);
  });

  it('tells the first error as Digdag does, and finds the others', () => {
    const { refusal, problems } = compile({
      '+a': { 'echo>': 'x', 'sh>': 'y' },
      '+b': { 'loop>': 2, _do: { step: { 'echo>': 'x' } } },
      '+c': { '+d': null },
    });
    expect(refusal?.message).toBe('A task can\'t have more than one operator: {"echo>":"x","sh>":"y"}');
    expect(problems.map(({ kind, early }) => [kind, early])).toEqual([
      ['two-operators', true],
      ['task-value', true],
      ['group-key', false],
    ]);
  });

  it('suggests keys in the order of a Java HashSet', () => {
    const { refusal } = compile({ '+g': { _errors: 1 } });
    expect(refusal?.message).toBe(
      'io.digdag.core.repository.ModelValidationException: Validating workflow failed\n' +
        '+main+g contains invalid keys: \'_errors\' (did you mean [_error, _export, _secrets]?): "{"_errors":1}"',
    );
  });

  it('leaves bodies alone that no operator reads', () => {
    expect(compile({ '+a': { 'py>': 'x', _do: { b: 1 } }, '+b': { 'mine>': 'x', _do: { b: 1 } } }).problems).toEqual(
      [],
    );
  });

  it('compiles what a loop repeats as the task of a group that it will be', () => {
    const loop = (parallel: Plain, body: { [key: string]: Plain }): string[] => {
      const task = { 'loop>': 2, _parallel: parallel, _do: { 'echo>': 'x', ...body } };
      return compile({ '+a': task }).problems.map(({ kind }) => kind);
    };
    expect(loop(true, { _background: true })).toEqual(['background']);
    expect(loop(false, { _background: true })).toEqual([]);
    expect(loop(false, { _after: ['+x'] })).toEqual(['after']);
    expect(loop('${p}', { _background: true, _after: ['+x'] })).toEqual([]);
  });

  it('cuts children into chunks by the limit, and shares nothing else', () => {
    const echo = { 'echo>': 'x' };
    const { workflow } = compile({
      _parallel: { limit: '2' },
      '+a': echo,
      '+b': echo,
      '+c': { ...echo, _after: ['+a'] },
      '+d': echo,
    });
    expect(workflow?.tasks.map(({ upstreams }) => upstreams)).toEqual([[], [], [], [1, 1, 2], [1, 2]]);
    expect(workflow?.tasks[3]?.config).toEqual(map(echo));
  });
});

describe('compileSubtasks', () => {
  it('compiles a bare operator as the only task', () => {
    const { tasks } = compileSubtasks('+main+loop', '^sub', map({ 'echo>': 'x' }));
    expect(tasks.map(({ fullName, group }) => [fullName, group])).toEqual([['+main+loop^sub', false]]);
  });

  it('takes the names that operators make and refuses others', () => {
    expect(compileSubtasks('+main+loop', '^sub', map({ '+loop-0': { 'echo>': 'x' } })).refusal).toBeUndefined();
    const { refusal, tasks } = compileSubtasks('+main+p', '^sub', map({ '+a b': { 'echo>': 'x' } }));
    expect(refusal?.message).toContain('name must not contain character \' \': "+a b"');
    expect(tasks).toEqual([]);
  });
});
