import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { tooManyTasks } from './too-many-tasks.ts';

describe('too-many-tasks', () => {
  it('loops that multiply', () => {
    const source = '+a:\n  loop>: 40\n  _do:\n    +b:\n      loop>: 30\n      _do:\n        echo>: x\n';
    expect(said(tooManyTasks, source)).toMatchObject([{ at: 'loop>' }]);
  });

  it('not what stays below the limit, or is not known', () => {
    expect(said(tooManyTasks, '+a:\n  loop>: 900\n  _do:\n    echo>: x\n')).toEqual([]);
    expect(said(tooManyTasks, '+a:\n  loop>: ${n}\n  _do:\n    echo>: x\n')).toEqual([]);
  });
});
