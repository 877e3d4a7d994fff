import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,host,runner,cli,server,client,scripts}/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    // The code keeps nothing in globals, so that files can share a worker: each would load every module anew else.
    isolate: false,
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
    // vitest leaves one core to itself, but has nothing to do while its workers run.
    maxWorkers: '100%',
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'dist/reports/unit.json' }]] : ['default'],
  },
});
