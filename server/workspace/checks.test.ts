import { expect, it } from 'vitest';
import { ChangingFile } from '../../core/checking/changingFile.ts';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { Checks } from './checks.ts';
import { OpenDocument } from './openDocument.ts';
import { WorkspaceProjects } from './projects.ts';

it('checks again where settings are others, and keeps what was read of the text', () => {
  const files = memoryFileSystem({ '/p/main.dig': '' });
  const document = new OpenDocument('file:///p/main.dig', 'digdag', 1, '+a:\n  sh>: x\n  echo>: y\n');
  const checks = new Checks(files, new WorkspaceProjects(files), (path) => new ChangingFile(path));
  const loaded = checks.loaded(document);
  expect(checks.of(document, {}).findings).toMatchObject([{ rule: 'two-operators' }]);
  checks.clear([document]);
  expect(checks.loaded(document)).toBe(loaded);
  expect(checks.of(document, { severities: { 'two-operators': 'off' } }).findings).toEqual([]);
});
