import { describe, expect, it } from 'vitest';
import { locate } from '../../project/located.ts';
import { parseZone, utc } from '../../time/zone.ts';
import type { Value } from '../../value/value.ts';
import { surveyTasks } from '../../workflow/survey.ts';
import { type TaskNode, walkTasks } from '../../workflow/taskNode.ts';
import { Evaluator } from '../evaluate.ts';
import { Resolver } from './resolver.ts';
import type { ScopeOptions } from './variable.ts';
import { variablesAt } from './variablesAt.ts';

type Plain = string | number | null | Plain[] | { [key: string]: Plain };

function value(plain: Plain): Value {
  if (Array.isArray(plain)) return plain.map(value);
  if (plain === null || typeof plain !== 'object') return plain;
  return new Map(Object.entries(plain).map(([key, item]) => [key, value(item)]));
}

function task(workflow: Plain, fullName: string): TaskNode {
  const config = locate(value(workflow));
  if (config.kind !== 'map') throw new Error('no map');
  const root = surveyTasks('', '+w', config, config.place);
  const found = [...walkTasks(root)].find((node) => node.fullName === fullName);
  if (!found) throw new Error(`no task ${fullName}`);
  return found;
}

const engine = new Evaluator(() => Promise.reject(new Error('not needed')));
const parsed = parseZone('Asia/Tokyo');
const session = { sessionTime: 0, zone: parsed.ok ? parsed.zone : utc, sessionUuid: 'u' };

async function resolved(
  text: string,
  workflow: Plain,
  name: string,
  options: ScopeOptions = { session },
): Promise<string> {
  const result = await new Resolver(engine).resolve(text, variablesAt(task(workflow, name), options));
  return result.ok ? result.value : result.error.message;
}

describe('variablesAt', () => {
  it('lets inner exports win over outer ones and over -p, and Digdag over all', async () => {
    const workflow = {
      _export: { a: 'outer', b: 'b' },
      '+g': { _export: { a: 'inner', session_date: 'x' }, '+t': { 'echo>': '' } },
    };
    const options = {
      session,
      params: new Map([
        ['a', 'cli'],
        ['c', 'cli'],
      ]),
    };
    expect(await resolved('${a} ${b} ${c} ${session_date}', workflow, '+w+g+t', options)).toBe(
      'inner b cli 1970-01-01',
    );
    const a = variablesAt(task(workflow, '+w+g+t'), options).get('a');
    expect(a?.overrides.map(({ origin }) => origin.kind)).toEqual(['parameter', 'export']);
  });

  it('merges maps, and evaluates exports in their order', async () => {
    const workflow = {
      _export: { m: { x: 1 }, late: '${early}', early: '${n}', n: 1 },
      '+t': { _export: { m: { y: '${n}' } } },
    };
    expect(await resolved('${m} ${late} ${early}', workflow, '+w+t')).toBe('{"x":1,"y":"1"} ${n} 1');
  });

  it('knows loops, outputs of earlier tasks, and _error', () => {
    const workflow = {
      '+a': { 'td>': 'q.sql' },
      '+b': { 'loop>': 3, _do: { '+c': { 'echo>': '' } } },
      '+d': { 'http>': 'x' },
      _error: { '+e': { 'echo>': '' } },
    };
    const loop = variablesAt(task(workflow, '+w+b^sub+c'), {});
    expect(loop.get('i')?.origin).toMatchObject({ kind: 'loop', task: '+w+b' });
    expect(loop.get('td')?.origin).toMatchObject({ kind: 'output', task: '+w+a' });
    expect(loop.has('http') || loop.has('error')).toBe(false);
    expect(variablesAt(task(workflow, '+w^error+e'), {}).has('error')).toBe(true);
  });

  it('shows keys of the task above the one that holds the expression', () => {
    const node = task({ '+t': { x: 1, 'echo>': '${x}', y: 2 } }, '+w+t');
    expect([...variablesAt(node, {}, 'echo>').keys()].filter((name) => name.length === 1)).toEqual(['x']);
  });

  it('has variables of schedules only where there is one', () => {
    const node = task({ '+t': { 'echo>': '' } }, '+w+t');
    expect(variablesAt(node, {}).has('last_session_time')).toBe(false);
    expect(variablesAt(node, { scheduled: true }).has('last_session_time')).toBe(true);
  });
});
