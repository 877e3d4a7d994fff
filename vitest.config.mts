import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,host,runner,cli,server,client,scripts}/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    reporters: process.env.CI ? ['default', ['json', { outputFile: 'dist/reports/unit.json' }]] : ['default'],
  },
});
