import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Float, type Value } from '../../core/value/value.ts';
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
      'fullName: "+main+a"\nstate: "success"\nresult:\n  subtaskConfig: {}\n  exportParams: {}\n' +
        '  resetStoreParams: []\n  storeParams:\n    x: 1\n  report:\n    inputs: []\n    outputs: []\n',
    );
    new StatusFiles(directory, nodeFileSystem, directory).write('+main+b', {});
    expect(readFileSync(join(directory, '+main+b.yml'), 'utf8')).toBe(
      'fullName: "+main+b"\nstate: "success"\nresult:\n  subtaskConfig: {}\n  exportParams: {}\n' +
        '  resetStoreParams: []\n  storeParams: {}\n  report:\n    inputs: []\n    outputs: []\n',
    );
  });

  it('writes what Digdag can read, and reads what Digdag has written', () => {
    const text = 'a: "b"\n\tc # é \u2028 😀';
    const odd = '\u0007\u007f\u0085';
    const map = new Map<string, Value>([
      ['yes', 'no'],
      ['1', '01'],
      ['x:y', '~'],
      ['', 1],
      ['null', null],
    ]);
    const list = [1, 'true', null, true, new Map([['a b', []]])];
    const stores = new Map<string, Value>([
      ['n', 7],
      ['f', new Float(1)],
      ['half', new Float(0.5)],
      ['text', text],
      [
        'deep',
        new Map<string, Value>([
          ['list', list],
          ['map', map],
        ]),
      ],
      ['big', 12345678901234567890n],
      ['odd', odd],
    ]);
    // The file that Digdag 0.10.5.1 left of these.
    const digdags = String.raw`fullName: "+main+store"
state: "success"
result:
  subtaskConfig: {}
  exportParams: {}
  resetStoreParams: []
  storeParams:
    n: 7
    f: 1.0
    half: 0.5
    text: "a: \"b\"\n\tc # é \L \U0001f600"
    deep:
      list:
      - 1
      - "true"
      - null
      - true
      - a b: []
      map:
        "yes": "no"
        1: "01"
        x:y: "~"
        ?
        : 1
        null: null
    big: 12345678901234567890
    odd: "\a\x7f\N"
  report:
    inputs: []
    outputs: []
`;
    const path = join(directory, '+main+store.yml');
    writeFileSync(path, digdags);
    expect(new StatusFiles(directory, nodeFileSystem, directory).read('+main+store')?.stores).toEqual(stores);
    rmSync(path);
    new StatusFiles(directory, nodeFileSystem, directory).write('+main+store', { stores });
    expect(readFileSync(path, 'utf8')).toBe(digdags);
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
