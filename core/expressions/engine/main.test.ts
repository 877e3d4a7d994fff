import { afterAll, describe, expect, it } from 'vitest';
import { nodeEngineAssets } from '../../../host/engineAssets.ts';
import { Evaluator } from '../evaluate.ts';
import { createEngine } from './main.ts';

const evaluator = new Evaluator(() => createEngine(nodeEngineAssets()));
afterAll(() => evaluator.dispose());

async function evaluated(text: string, timezone = 'UTC'): Promise<string> {
  const result = await evaluator.template(
    text,
    new Map<string, string | number>([
      ['timezone', timezone],
      ['a', 1],
    ]),
  );
  return result.ok ? result.value : `${result.error.kind}: ${result.error.cause ?? result.error.message}`;
}

describe('the sandbox', () => {
  it('computes', async () => {
    expect(await evaluated('x ${a + 1} ${[a]} ${undefined}')).toBe('x 2 [1] ');
    expect(await evaluated("${moment('2016-07-01').add(1, 'days').format()}", 'Asia/Tokyo')).toBe(
      '2016-07-02T00:00:00+09:00',
    );
  });

  it('has the words of the engine for errors', async () => {
    expect(await evaluated('${nope}')).toBe('template: ReferenceError: nope is not defined');
    expect(await evaluated('${null.x}')).toBe("template: TypeError: Cannot read property 'x' of null");
    expect(await evaluated('${(function f(){ return f() })()}')).toBe(
      'template: RangeError: Maximum call stack size exceeded',
    );
    expect(await evaluated("${(function(){ throw 'boom' })()}")).toBe('template: boom');
  });

  it('forgets what an expression changed', async () => {
    await evaluated('${(String.prototype.shout = function(){ return 1 }, left = 5, Math.max = null, moment = 0)}');
    expect(await evaluated("${typeof left} ${typeof 'a'.shout} ${Math.max(1, 2)} ${typeof moment}")).toBe(
      'undefined undefined 2 function',
    );
  });

  it('ends endless code within a second of computing and says so', async () => {
    for (const endless of [
      'while (true) {}',
      "var s = 'x'; for (;;) s += s",
      '/^(a+)+$/.test("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")',
    ]) {
      const before = process.cpuUsage();
      expect(await evaluated(`\${(function(){ ${endless} })()}`)).toMatch(/^limit: stopped/);
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000);
    }
    expect(await evaluated('${a}1')).toBe('11');
  });

  it('has no way out', async () => {
    const names = [
      'process',
      'require',
      'globalThis',
      'fetch',
      'Proxy',
      'Promise',
      'Reflect',
      'Symbol',
      'console',
      'setTimeout',
    ];
    for (const name of names) expect(await evaluated(`\${typeof ${name}}`)).toBe('undefined');
    expect(await evaluated("${this.constructor.constructor('return typeof process')()}")).toBe('undefined');
    expect(await evaluated("${load('/etc/hostname')}")).toBe(
      'template: Error: Operation is not allowed for: /etc/hostname',
    );
  });

  it('counts its offsets from 1970, but prints rightly', async () => {
    expect(await evaluated("${moment('2024-01-15T00:00:00Z').format()}", 'Europe/London')).toBe(
      '2024-01-15T01:00:00+01:00',
    );
    expect(await evaluated('${new Date(0).toString()}', 'Asia/Tokyo')).toBe('Thu Jan 01 1970 09:00:00 GMT+0900 (JST)');
  });

  it('has the methods of Java on texts', async () => {
    expect(
      await evaluated('${"a1b2".replaceAll("[0-9]", "-")} ${"abc".length()}${"abc".length} ${"x".contains("x")}'),
    ).toBe('a-b- 33 true');
  });
});
