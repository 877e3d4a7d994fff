import { describe, expect, it } from 'vitest';
import { findingsOf, fixed, marks, messages } from '../test/support/checked.ts';

describe('what Digdag refuses', () => {
  it.each([
    ['+a:\n  echo>: x\n  sh>: y\n', 'two-operators: sh>'],
    ['+a:\n  echo>: x\n  +b:\n    echo>: y\n', 'operator-with-subtasks: +b'],
    ['+a:\n  step:\n    echo>: y\n', 'group-key: step'],
    ['+a:\n  loop>: 1\n  _do:\n    step:\n      echo>: y\n', 'group-key: step'],
    ['sh>: ls\n', 'top-level-key: sh>'],
    ['_workdir: x\n+a:\n  echo>: x\n', 'top-level-key: _workdir'],
    ['+a:\n  echo>: x\n+a:\n  echo>: y\n', 'duplicate-key: +a'],
    ['+a:\n', 'top-level-null: +a'],
    ['+a:\n  +b: x\n', 'task-value: +b'],
    ['_export: hello\n', 'export-not-a-map: hello'],
    ['+my task:\n  echo>: x\n', 'task-name: +my task'],
    ['+g:\n  +a/b:\n    echo>: x\n', 'task-name: +a/b'],
    ['+a:\n  echo>: ${x ? 1 : 2}\n', 'yaml: :'],
    ['!include : nothing.yml\n', 'include-file: nothing.yml'],
    ['!include: f.yml\n', 'include-syntax: !include: f.yml'],
    ['- a\n', 'not-a-map: - a'],
    ['timezone: JST\n+a:\n  echo>: x\n', 'timezone: JST'],
    ['+a:\n  _parallel: 2\n  +b:\n    echo>: x\n', 'parallel: 2'],
    ['_parallel: true\n+a:\n  echo>: x\n+b:\n  _after: +a\n  echo>: x\n', 'after: +a'],
    ['_parallel: true\n+a:\n  _background: true\n  echo>: x\n', 'background: _background'],
    ['+a:\n  _disable: yes\n  echo>: x\n', 'disable: yes'],
    ['+a:\n  _error: x\n  echo>: x\n', 'error-not-a-map: x'],
    ['+a:\n  if>: true\n  _do: [1]\n', 'body-not-a-map: [1]'],
  ])('%j', (text, mark) => {
    expect(marks(text)).toEqual([mark]);
    expect(findingsOf(text)[0]?.severity).toBe('error');
  });

  it('says Digdag words first, then what to do', () => {
    expect(messages('+a:\n  echo>: x\n  sh>: y\n')).toEqual([
      "A task can't have more than one operator: sh> stands beside echo>. Give each a task of its own.",
    ]);
  });

  it('finds every error, not only the first', () => {
    expect(marks('foo: 1\n+a:\n  echo>: x\n  sh>: y\n+b:\n  _exprt: {a: 1}\n')).toEqual([
      'top-level-key: foo',
      'two-operators: sh>',
      'group-key: _exprt',
    ]);
  });

  it('shows what stands above a text that is no YAML, and nothing of what follows', () => {
    expect(marks('+a:\n  _disable: yes\n  echo>: x\n+b:\n  echo>: a: b\n  sh>: x\n')).toEqual([
      'disable: yes',
      'yaml: :',
    ]);
  });
});

describe('legal forms', () => {
  it.each([
    '+a:\n  _type: echo\n  _command: x\n',
    '"+a":\n  "echo>": x\n',
    '+a: {echo>: x}\n',
    '\uFEFF+a:\r\n  echo>: x\r\n',
    '_export:\n  a: 1\n',
    '+a:\n  _disable: true\n  echo>: x\n  sh>: y\n',
    '+a:\n  mine>: x\n  _do: {a: 1}\n_export: {plugin: {dependencies: [x]}}\n',
    '+a:\n  py>: x.y\n  _do: {a: 1}\n',
    '+a: &a\n  echo>: x\n+b:\n  <<: *a\n',
    '+a:\n  - echo>: x\n  - _retry: 1\n',
  ])('%j', (text) => {
    expect(findingsOf(text).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('fixes', () => {
  it.each([
    [
      '+a:\n  _retry: 1\n  echo>: x\n  sh>: |\n    a\n    b\n  shell: [bash]\n',
      'task of its own',
      '+a:\n  _retry: 1\n  +echo:\n    echo>: x\n  +sh:\n    sh>: |\n      a\n      b\n    shell: [bash]\n',
    ],
    ['sh>: ls\n+b:\n  echo>: x\n', 'task of its own', '+sh:\n  sh>: ls\n+b:\n  echo>: x\n'],
    ['+a:\n  b: {echo>: x}\n', '+b', '+a:\n  +b: {echo>: x}\n'],
    ['+a:\n  echo: x\n', 'echo>', '+a:\n  echo>: x\n'],
    ['+a:\n  x: 1\n  +b:\n    echo>: y\n', '_export', '+a:\n  _export:\n    x: 1\n  +b:\n    echo>: y\n'],
    ['+a:\n  echo>: a: b\n', 'quotes', "+a:\n  echo>: 'a: b'\n"],
    ['+a:\n\techo>: x\n', 'spaces', '+a:\n  echo>: x\n'],
    ['+a\n  echo>: x\n', 'colon', '+a:\n  echo>: x\n'],
    ['+a:\n  s: [${x}] hi\n  echo>: x\n', 'quotes', "+a:\n  s: '[${x}] hi'\n  echo>: x\n"],
    ['!include: f.yml\n', 'space', '!include : f.yml\n'],
    ['!include: f.yml\n+a:\n  echo>: x\n', 'space', '!include : f.yml\n+a:\n  echo>: x\n'],
    ['+a:\n  echo>: 1\n+a:\n  echo>: 2\n', 'Rename', '+a:\n  echo>: 1\n+a_2:\n  echo>: 2\n'],
    ['_export:\n  a: !include f.yml # why\n', 'key of its own', "_export:\n  a:\n    !include : 'f.yml' # why\n"],
    ['+a:\n  echo>:x\n  _retry: 1\n', 'space', '+a:\n  echo>: x\n  _retry: 1\n'],
    ['schedule:\n  cron>: * * * * *\n', 'quotes', "schedule:\n  cron>: '* * * * *'\n"],
    ['timezone: JST\n', 'Asia/Tokyo', 'timezone: Asia/Tokyo\n'],
    ['_parallel: 2\n', 'limit', '_parallel: {limit: 2}\n'],
    [
      '+g:\n  +a:\n    echo>: 1\n  +b:\n    _after: [+a]\n    echo>: 2\n',
      '_parallel',
      '+g:\n  _parallel: true\n  +a:\n    echo>: 1\n  +b:\n    _after: [+a]\n    echo>: 2\n',
    ],
    ['+日本:\n  echo>: 1\n', 'Change', '+task:\n  echo>: 1\n'],
    ['_parallel: true\n+a:\n  _background: true\n  echo>: x\n', 'Remove', '_parallel: true\n+a:\n  echo>: x\n'],
    [
      '_parallel: true\n+a: {echo>: 1}\n+b: {echo>: 1, _after: +a}\n',
      '[+a]',
      '_parallel: true\n+a: {echo>: 1}\n+b: {echo>: 1, _after: [+a]}\n',
    ],
    ['timezoen: UTC\n', 'timezone', 'timezone: UTC\n'],
    ['+a b:\n  echo>: 1\n', '+a_b', '+a_b:\n  echo>: 1\n'],
  ])('%j: %s', (before, title, after) => {
    expect(fixed(before, title)).toBe(after);
  });
});

describe('suppressions', () => {
  it('take findings of the next line or of the whole file away', () => {
    expect(marks('+a:\n  # digkit-disable-next-line disable\n  _disable: yes\n  echo>: x\n')).toEqual([]);
    expect(marks('# digkit-disable-file disable, group-key\n+a:\n  _disable: yes\n  x: 1\n')).toEqual([]);
  });

  it('are reported where they take nothing away, and can be removed', () => {
    const text = '+a:\n  # digkit-disable-next-line disable\n  echo>: x\n';
    expect(marks(text)).toEqual(['unused-suppression: # digkit-disable-next-line disable']);
    expect(fixed(text, 'Remove')).toBe('+a:\n  echo>: x\n');
    expect(marks(text, {}, { severities: { disable: 'off' } })).toEqual([]);
    expect(marks(text, {}, { severities: { 'unused-suppression': 'off' } })).toEqual([]);
    const [hint] = findingsOf(text, {}, { severities: { 'unused-suppression': 'hint' } });
    expect(hint?.severity).toBe('hint');
  });

  it('are reported where they name a rule without need, and lose the name', () => {
    const text = '# digkit-disable-file disable, group-key\n+a:\n  _disable: yes\n  echo>: x\n';
    expect(marks(text)).toEqual(['unused-suppression: # digkit-disable-file disable, group-key']);
    expect(fixed(text, 'Remove')).toBe('# digkit-disable-file disable\n+a:\n  _disable: yes\n  echo>: x\n');
  });

  it('count in the file in which something is found, whoever includes it', () => {
    const task = '  _disable: yes\n  echo>: x\n';
    const text = `+x:\n  # digkit-disable-next-line disable\n${task}+y:\n${task}`;
    const found = findingsOf('!include : v.yml\n', { '/p/v.yml': text });
    expect(found.map(({ path, rule, start }) => [path, rule, start])).toEqual([
      ['/p/v.yml', 'disable', text.lastIndexOf('yes')],
    ]);
  });
});

describe('options', () => {
  it('change severities and switch rules off', () => {
    const text = '+a:\n  _disable: yes\n  echo>: x\n';
    expect(findingsOf(text, {}, { severities: { disable: 'hint' } })[0]?.severity).toBe('hint');
    expect(findingsOf(text, {}, { severities: { disable: 'off' } })).toEqual([]);
  });
});

it('a mistake behind an anchor is told once', () => {
  expect(marks('+a: &task\n  http>: http://localhost/\n  methd: POST\n+b: *task\n')).toEqual(['unknown-option: methd']);
});
