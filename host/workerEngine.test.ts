import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utc } from '../core/time/zone.ts';
import { nodeEngineAssets } from './engineAssets.ts';
import { WorkerEngine } from './workerEngine.ts';

const directory = mkdtempSync(join(tmpdir(), 'digkit-engine-'));
const bundle = join(directory, 'engine.js');
const engine = new WorkerEngine(bundle, nodeEngineAssets());

beforeAll(async () => {
  await build({
    entryPoints: ['core/expressions/engine/main.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    minify: true,
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  await engine.start();
});
afterAll(() => {
  engine.dispose();
  rmSync(directory, { recursive: true });
});

describe('the engine on a thread of its own', () => {
  it('computes, in order', async () => {
    const results = [1, 2].map((a) =>
      engine.run({ body: 'return moment(0).year() + this.a + ""', params: `{"a":${a}}`, zone: utc }),
    );
    expect(await Promise.all(results)).toEqual([
      { ok: true, text: '1971' },
      { ok: true, text: '1972' },
    ]);
  });

  it('is left alone where nobody waits any more, and those that wait behind it are not asked', async () => {
    const controller = new AbortController();
    const endless = { body: 'for (;;);', params: '{}', zone: utc };
    const results = [1, 2].map(() => engine.run(endless, controller.signal));
    const next = engine.run({ body: 'return "next"', params: '{}', zone: utc });
    setTimeout(() => controller.abort(), 10);
    expect(await Promise.all(results)).toMatchObject([
      { error: { kind: 'cancelled' } },
      { error: { kind: 'cancelled' } },
    ]);
    expect(await next).toEqual({ ok: true, text: 'next' });
  });

  it('is ended where QuickJS itself does not come back, and goes on', async () => {
    const before = process.cpuUsage();
    const endless = await engine.run({ body: "for (;;) new Array(1e6).join('x')", params: '{}', zone: utc });
    expect(endless).toMatchObject({ ok: false, error: { kind: 'limit' } });
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500);
    expect(await engine.run({ body: 'return "x"', params: '{}', zone: utc })).toEqual({ ok: true, text: 'x' });
  });
});
