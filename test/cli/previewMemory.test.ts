import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isOverLimit, memoryOfPreviews } from '../support/previewMemory.ts';

const script = `
  import { bundled } from './scripts/tool.mjs';
  process.stdout.write(await bundled('test/support/previewClient.ts'));`;

it.skipIf(!existsSync('/proc/self/clear_refs'))(
  'previews of hostile answers take little memory, and give it back',
  async () => {
    const client = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    const measured = await memoryOfPreviews(client);
    expect(measured.length).toBeGreaterThan(30);
    expect(measured.filter(isOverLimit)).toEqual([]);
  },
  180_000,
);
