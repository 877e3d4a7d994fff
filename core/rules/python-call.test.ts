import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { pythonCall } from './python-call.ts';

describe('python-call', () => {
  const files = (task: string, code: string) => ({ 'main.dig': `+a:\n${task}`, 't.py': code });

  it('a parameter that nothing gives', () => {
    expect(said(pythonCall, files('  py>: t.g\n', 'def g(missing, other=1):\n  pass\n'))).toMatchObject([
      {
        at: 't.g',
        severity: 'warning',
        message: "Method 'g' requires parameter 'missing' but not set: add it to +a.",
        fixed: ["+a:\n  py>: t.g\n  missing: ''\n"],
      },
    ]);
    const method = 'class C(object):\n  def __init__(self, host):\n    pass\n  def run(self, b):\n    pass\n';
    expect(said(pythonCall, files('  py>: t.C.run\n  b: 1\n', method))).toMatchObject([
      { message: expect.stringContaining("'C.__init__' requires parameter 'host'") },
    ]);
    expect(said(pythonCall, files('  py>: t.C\n  host: x\n', method))).toHaveLength(1);
    const hinted = 'def g(\n  a: Dict[str, int],  # a comment, with a comma\n  *rest, last\n):\n  pass\n';
    expect(said(pythonCall, files('  py>: t.g\n', hinted))).toMatchObject([
      { message: expect.stringContaining("'a'") },
    ]);
  });

  it('a function that the module does not have', () => {
    expect(said(pythonCall, files('  py>: t.laod\n', 'def load():\n  pass\n'))).toMatchObject([
      { message: 'There is no laod in t.py.', fixed: ['+a:\n  py>: t.load\n'] },
    ]);
  });

  it.each([
    ['  py>: t.g\n  a: 1\n', 'def g(a, b=2, *args, **named):\n  pass\n'],
    ['  py>: t.g\n  _export: {a: 1}\n', 'def g(a):\n  pass\n'],
    ['  py>: t.g\n', 'def g(session_time, task_name):\n  pass\n'],
    ['  py>: t.g\n', '@wraps\ndef g(a):\n  pass\n'],
    ['  py>: t.g\n', 'from other import g\n'],
    ['  py>: t.g\n', 'from other import *\n'],
    ['  py>: t.C.run\n', 'class C(Base):\n  pass\n'],
    ['  py>: t.g\n', ''],
    ['  py>: t.g\n  _workdir: elsewhere\n', 'def g(a):\n  pass\n'],
    ['  py>: json.dumps\n', ''],
  ])('not %j', (task, code) => {
    expect(said(pythonCall, files(task, code))).toEqual([]);
  });

  it('not where an earlier task stores it', () => {
    const main = '+s:\n  py>: t.s\n+a:\n  py>: t.g\n';
    const code = 'def s():\n  digdag.env.store({"a": 1})\ndef g(a):\n  pass\n';
    expect(said(pythonCall, { 'main.dig': main, 't.py': code })).toEqual([]);
  });

  it('looks from the folder of a called file', () => {
    const called = {
      'main.dig': '+a:\n  call>: sub/c.dig\n',
      'sub/c.dig': '+b:\n  py>: t.g\n',
      'sub/t.py': 'def g(a):\n  pass\n',
    };
    expect(said(pythonCall, called, 'sub/c.dig')).toHaveLength(1);
  });
});
