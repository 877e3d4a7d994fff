import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Float } from '../../core/value/value.ts';
import { nodeFileSystem } from '../../host/nodeFileSystem.ts';
import { StatusFiles } from './statusFiles.ts';

describe('StatusFiles', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'digkit-status-'));
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(directory, { recursive: true });
  });

  it('reads back what a task made', () => {
    const result = {
      subtasks: new Map([['+x', new Map([['echo>', 'a: "b"\n']])]]),
      exports: new Map(),
      stores: new Map([['list', [1, new Float(1.5), 'true', null, new Map([['k', []]]), [true]]]]),
      resetStores: [['http', 'last_status']],
    };
    new StatusFiles(directory, nodeFileSystem, directory).write('+main+a%2Fb', result);
    expect(new StatusFiles(directory, nodeFileSystem, directory).read('+main+a%2Fb')).toEqual(result);
  });

  it("has the layout of Digdag's own files", () => {
    new StatusFiles(directory, nodeFileSystem, directory).write('+main+a', { stores: new Map([['x', 1]]) });
    expect(readFileSync(join(directory, '+main+a.yml'), 'utf8')).toBe(
      '---\nfullName: "+main+a"\nstate: "success"\nresult:\n  subtaskConfig: {}\n  exportParams: {}\n' +
        '  resetStoreParams: []\n  storeParams:\n    x: 1\n  report:\n    inputs: []\n    outputs: []\n',
    );
  });

  it('takes no file for done that says another state, or nothing', () => {
    writeFileSync(join(directory, '+main+a.yml'), 'fullName: "+main+a"\nstate: "error"\n');
    writeFileSync(join(directory, '+main+b.yml'), '{ broken');
    const files = new StatusFiles(directory, nodeFileSystem, directory);
    expect(files.read('+main+a')).toBeUndefined();
    expect(files.read('+main+b')).toBeUndefined();
    expect(files.read('+main+c')).toBeUndefined();
  });

  it('finds its own notes only a second later, as Digdag does', () => {
    vi.useFakeTimers();
    const files = new StatusFiles(directory, nodeFileSystem, directory);
    files.write('+main+a', {});
    expect(files.read('+main+a')).toBeUndefined();
    vi.advanceTimersByTime(1000);
    expect(files.read('+main+a')).toBeDefined();
  });
});
