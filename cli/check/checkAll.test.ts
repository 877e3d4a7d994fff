import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkAll } from './checkAll.ts';

it('a file that cannot be read is not one without problems', () => {
  const top = mkdtempSync(join(tmpdir(), 'digkit-check-'));
  const [good, huge, gone] = [join(top, 'good.dig'), join(top, 'huge.dig'), join(top, 'gone.dig')];
  writeFileSync(good, '+a:\n  echo>: hi\n');
  writeFileSync(huge, '');
  truncateSync(huge, 65 * 1024 * 1024);
  expect(checkAll({ files: [good, gone, huge], top })).toEqual({ findings: [], unread: [gone, huge] });
  rmSync(top, { recursive: true });
});
