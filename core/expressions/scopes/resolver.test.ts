import { describe, expect, it } from 'vitest';
import type { Value } from '../../value/value.ts';
import type { EngineRequest } from '../engine.ts';
import { Evaluator } from '../evaluate.ts';
import { Resolver } from './resolver.ts';
import type { Variable } from './variable.ts';

/** A resolver whose engine notes with which parameters it was asked, and answers with their number. */
function noting() {
  const asked: EngineRequest[] = [];
  const engine = {
    run: async (request: EngineRequest) => ({ ok: true as const, text: `${asked.push(request)}` }),
    dispose: () => undefined,
  };
  return { asked, resolver: new Resolver(new Evaluator(async () => engine)) };
}

function scope(values: Readonly<Record<string, Value>>): Map<string, Variable> {
  const entries = Object.entries({ timezone: 'UTC', ...values }).map(([name, value]): [string, Variable] => {
    return [name, { name, value, certainty: 'fixed', origin: { kind: 'parameter' }, overrides: [] }];
  });
  return new Map(entries);
}

describe('a resolver', () => {
  it('gives a text the variables that it reads, also through others, and no more', async () => {
    const { asked, resolver } = noting();
    await resolver.resolve('${a + 1}', scope({ unread: 'u', b: 'x', c: 'y', a: '${b}' }));
    expect(asked.map(({ params }) => params)).toEqual(['{"timezone":"UTC","b":"x","a":"x"}']);
  });

  it('gives all of them to what may read all, and always those that change how the engine works', async () => {
    const { asked, resolver } = noting();
    await resolver.resolve('${Object.keys(this)}', scope({ unread: 'u' }));
    await resolver.resolve('${1 + 1}', scope({ unread: 'u', JSON: 'j' }));
    expect(asked.map(({ params }) => params)).toEqual([
      '{"timezone":"UTC","unread":"u"}',
      '{"timezone":"UTC","JSON":"j"}',
    ]);
  });

  it('asks once for what is the same in many tasks', async () => {
    const { asked, resolver } = noting();
    const results = ['t1', 't2', 't3'].map((own) => resolver.resolve('${a + 1}', scope({ a: 1, own })));
    expect((await Promise.all(results)).map((result) => result.ok && result.value)).toEqual(['1', '1', '1']);
    await resolver.resolve('${a + 1}', scope({ a: 2 }));
    expect(asked).toHaveLength(2);
  });
});
