import { describe, expect, it } from 'vitest';
import { type ConfigMap, Float } from '../value/value.ts';
import { Evaluator } from './evaluate.ts';

const withoutEngine = new Evaluator(() => Promise.reject(new Error('no engine here')));

const params: ConfigMap = new Map();
params.set('timezone', 'UTC');
params.set('a', 1);
params.set('n', null);
params.set('f', new Float(1));
params.set('big', 9007199254740993n);
params.set('o', new Map([['k', 'v']]));

async function evaluated(text: string): Promise<string> {
  const result = await withoutEngine.template(text, params);
  return result.ok ? result.value : `${result.error.kind}: ${result.error.message}`;
}

describe('Evaluator without its engine', () => {
  it('evaluates plain names', async () => {
    expect(await evaluated('x $$ ${a}-${ o.k }-${n}-${o}')).toBe('x $ 1-v--{"k":"v"}');
    expect(await evaluated('${f} ${big}')).toBe('1 9007199254740992');
  });

  it('leaves everything else to the engine', async () => {
    for (const text of ['${nope}', '${a + 1}', '${o.none}', '${this.a}', '${true}', '${o.k.length}']) {
      expect(await evaluated(text)).toMatch(/^engine: .*no engine here$/);
    }
  });

  it('refuses newer JavaScript at its character', async () => {
    const result = await withoutEngine.template('ab ${a} ${x => 1}', params);
    expect(!result.ok && result.error.offset).toBe(13);
    expect(!result.ok && result.error.cause).toMatch(/^SyntaxError: /);
  });

  it('needs a zone wherever a text has a dollar', async () => {
    const result = await withoutEngine.template('$', new Map());
    expect(!result.ok && result.error.message).toBe("Parameter 'timezone' is required but not set");
    expect(await withoutEngine.template('x', new Map())).toEqual({ ok: true, value: 'x' });
  });

  it('evaluates the keys of a config in order, each map on its own', async () => {
    const config: ConfigMap = new Map();
    config.set('x', '${a}');
    config.set('y', '${x}${x}');
    config.set('_do', '${a}');
    config.set(
      'm',
      new Map([
        ['a', 'inner'],
        ['z', '${a}'],
      ]),
    );
    const result = await withoutEngine.config(config, params);
    expect(result.ok && [...result.value]).toEqual([
      ['x', '1'],
      ['y', '11'],
      ['_do', '${a}'],
      [
        'm',
        new Map([
          ['a', 'inner'],
          ['z', 'inner'],
        ]),
      ],
    ]);
  });

  it('stops when it is no longer wanted', async () => {
    const result = await withoutEngine.template('${a}', params, AbortSignal.abort());
    expect(!result.ok && result.error.kind).toBe('cancelled');
  });
});
