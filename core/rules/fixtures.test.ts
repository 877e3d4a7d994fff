import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import type { Target } from '../catalog/targets/target.ts';
import { rules } from './registry.ts';

type Files = string | Readonly<Record<string, string>>;

/** For each rule a text that it flags, and a legal one that looks much the same: of several files `main.dig`, or the one that is named. */
interface Fixture {
  readonly flagged: Files;
  readonly legal: Files;
  readonly main?: string;
  readonly legalMain?: string;
  readonly target?: Target;
}

const body = '  _do:\n    echo>: x\n';
const task = '+a:\n  echo>: x\n';

const fixtures: Readonly<Record<string, Fixture>> = {
  after: {
    flagged: `_parallel: true\n${task}+b:\n  _after: +a\n  echo>: x\n`,
    legal: `_parallel: true\n${task}+b:\n  _after: [+a]\n  echo>: x\n`,
  },
  background: {
    flagged: `_parallel: true\n${task}+b:\n  _background: true\n  echo>: x\n`,
    legal: `${task}+b:\n  _background: true\n  echo>: x\n`,
  },
  'body-not-a-map': { flagged: '+a:\n  if>: true\n  _do: x\n', legal: `+a:\n  if>: true\n${body}` },
  'called-option': {
    flagged: { 'main.dig': '+a:\n  call>: sub/c\n', 'sub/c.dig': `timezone: UTC\n${task}` },
    main: 'sub/c.dig',
    legal: `timezone: UTC\n${task}`,
  },
  'check-never-runs': { flagged: `_check:\n  echo>: x\n${task}`, legal: '+a:\n  sh>: ls\n  _check:\n    echo>: x\n' },
  'condition-value': { flagged: `+a:\n  if>: \${3}\n${body}`, legal: `+a:\n  if>: \${x == 3}\n${body}` },
  'cut-by-comment': { flagged: '+a:\n  echo>: count #1\n', legal: '+a:\n  echo>: count # a note\n' },
  'date-arithmetic': {
    flagged: '+a:\n  echo>: ${session_date - 1}\n',
    legal: '+a:\n  echo>: ${session_unixtime - 1}\n',
  },
  'deprecated-option': {
    flagged: '+a:\n  mail>: {data: x}\n  subject: s\n  to: [a@b.c]\n  password: x\n',
    legal: '+a:\n  mail>: {data: x}\n  subject: s\n  to: [a@b.c]\n',
  },
  disable: { flagged: '+a:\n  _disable: yes\n  echo>: x\n', legal: '+a:\n  _disable: true\n  echo>: x\n' },
  'dollar-angle': {
    flagged: '_export: {name: x}\n+a:\n  echo>: $<name>\n',
    legal: '_export: {name: x}\n+a:\n  sh>: cat $<name\n',
  },
  'duplicate-key': { flagged: task + task, legal: task + task.replace('+a', '+b') },
  'error-not-a-map': { flagged: '+a:\n  sh>: ls\n  _error: x\n', legal: '+a:\n  sh>: ls\n  _error:\n    echo>: x\n' },
  'error-variable': {
    flagged: '+a:\n  sh>: ls\n  _error:\n    echo>: ${error.task_name}\n',
    legal: '+a:\n  sh>: ls\n  _error:\n    echo>: ${error.message} ${task_name}\n',
  },
  'export-not-a-map': { flagged: `_export: hello\n${task}`, legal: `_export: {hello: 1}\n${task}` },
  'expression-syntax': { flagged: '+a:\n  echo>: "${x => 1}"\n', legal: '+a:\n  echo>: "${x >= 1}"\n' },
  'fragment-in-root': {
    flagged: { 'main.dig': `_export:\n  !include : c.dig\n${task}`, 'c.dig': 'td: {a: 1}\n' },
    main: 'c.dig',
    legal: { 'main.dig': `_export:\n  !include : d/c.dig\n${task}`, 'd/c.dig': 'td: {a: 1}\n' },
    legalMain: 'd/c.dig',
  },
  'group-key': { flagged: '+a:\n  b:\n    echo>: x\n', legal: '+a:\n  +b:\n    echo>: x\n' },
  'http-call-leftover': {
    flagged: { 'main.dig': '+a:\n  http_call>: https://example.com\n', 'http_call.dig': task },
    main: 'http_call.dig',
    legal: { 'main.dig': task, 'http_call.dig': task },
    legalMain: 'http_call.dig',
  },
  'include-file': {
    flagged: `_export:\n  !include : c.yml\n${task}`,
    legal: { 'main.dig': `_export:\n  !include : c.yml\n${task}`, 'c.yml': 'a: 1\n' },
  },
  'include-overridden': {
    flagged: { 'main.dig': `!include : v.yml\n_export: {b: 1}\n${task}`, 'v.yml': '_export: {a: 1}\n' },
    legal: { 'main.dig': `_export: {b: 1}\n!include : v.yml\n${task}`, 'v.yml': '_export: {a: 1}\n' },
  },
  'include-syntax': { flagged: '_export: {k: !inlcude f.yml}\n', legal: `_export: {k: "!x"}\n${task}` },
  'key-order': { flagged: '+a:\n  echo>: ${y}\n  y: 1\n', legal: '+a:\n  y: 1\n  echo>: ${y}\n' },
  'loop-values': { flagged: `+a:\n  for_each>: {v: x}\n${body}`, legal: `+a:\n  for_each>: {v: '[1]'}\n${body}` },
  'missing-file': {
    flagged: '+a:\n  td>: q.sql\n',
    legal: { 'main.dig': '+a:\n  td>: q.sql\n', 'q.sql': 'select 1' },
  },
  'missing-option': { flagged: '+a:\n  loop>: 1\n', legal: `+a:\n  loop>: 1\n${body}` },
  'nested-braces': { flagged: '+a:\n  echo>: "${{a: 1}.a}"\n', legal: '+a:\n  echo>: "${[1][0]} {}"\n' },
  'nested-reference': {
    flagged: '_export: {n: "${1 + 1}"}\n+a:\n  http>: x\n  content: {p: "${n}"}\n',
    legal: '_export: {n: 2}\n+a:\n  http>: x\n  content: {p: "${n}"}\n',
  },
  'no-effect': { flagged: '+a:\n  timezone: UTC\n  +b:\n    echo>: x\n', legal: `timezone: UTC\n${task}` },
  'not-a-map': { flagged: '- a\n', legal: task },
  'not-utf-8': { flagged: '\ufffd', legal: '+a:\n  echo>: é\n' },
  'now-in-export': {
    flagged: `_export: {t: "\${moment().unix()}"}\n${task}`,
    legal: `_export: {t: "\${moment(session_time).unix()}"}\n${task}`,
  },
  'null-export': { flagged: '_export:\n  x:\n+a:\n  sh>: ls\n', legal: '_export:\n  x: ""\n+a:\n  sh>: ls\n' },
  'octal-number': { flagged: `_export: {zip: 010}\n${task}`, legal: `_export: {zip: "010", m: 08}\n${task}` },
  'operator-declaration': {
    flagged: { 'main.dig': task, '.digkit/operators/a.json': '{' },
    legal: { 'main.dig': task, '.digkit/operators/a.json': '{"name": "slack", "summary": "Posts."}' },
  },
  'operator-with-subtasks': {
    flagged: '+a:\n  echo>: x\n  +b:\n    echo>: y\n',
    legal: '+a:\n  +b:\n    echo>: y\n',
  },
  'option-value': { flagged: `+a:\n  if>: yes\n${body}`, legal: `+a:\n  if>: true\n${body}` },
  parallel: { flagged: `_parallel: 2\n${task}`, legal: `_parallel: {limit: 2}\n${task}` },
  'parallel-store': {
    flagged: parallelQueries('true'),
    legal: parallelQueries('false'),
  },
  'python-call': {
    flagged: { 'main.dig': '+a:\n  py>: t.g\n', 't.py': 'def g(x):\n  pass\n' },
    legal: { 'main.dig': '+a:\n  py>: t.g\n', 't.py': 'def g(x=1):\n  pass\n' },
  },
  'require-params': {
    flagged: { 'main.dig': '+a:\n  require>: c\n', 'c.dig': '+a:\n  echo>: ${x}\n' },
    legal: { 'main.dig': '+a:\n  require>: c\n  params: {x: 1}\n', 'c.dig': '+a:\n  echo>: ${x}\n' },
  },
  'require-target': {
    flagged: { 'main.dig': '+a:\n  require>: c.dig\n', 'c.dig': task },
    legal: { 'main.dig': '+a:\n  require>: c\n', 'c.dig': task },
  },
  'require-timezone': {
    flagged: { 'main.dig': '+a:\n  require>: c\n', 'c.dig': `timezone: Asia/Tokyo\n${task}` },
    legal: { 'main.dig': '+a:\n  require>: c\n', 'c.dig': `timezone: UTC\n${task}` },
  },
  retry: { flagged: '+a:\n  echo>: x\n  _retry: 1\n', legal: '+a:\n  sh>: x\n  _retry: "${n}"\n' },
  schedule: { flagged: `schedule:\n  daily>: 7:00\n${task}`, legal: `schedule:\n  daily>: 07:00:00\n${task}` },
  'schedule-key': {
    flagged: `schedule:\n  daily>: 07:00:00\n  skip_on_overtme: true\n${task}`,
    legal: `schedule:\n  daily>: 07:00:00\n  skip_on_overtime: true\n${task}`,
  },
  'schedule-time': {
    flagged: `schedule:\n  minutes_interval>: 45\n${task}`,
    legal: `schedule:\n  minutes_interval>: 30\n${task}`,
  },
  'schedule-timezone': {
    flagged: `schedule:\n  daily>: 07:00:00\n${task}`,
    legal: `timezone: UTC\nschedule:\n  daily>: 07:00:00\n${task}`,
  },
  'schedule-variable': {
    flagged: '+a:\n  echo>: ${last_session_time}\n',
    legal: 'schedule:\n  daily>: 07:00:00\n+a:\n  echo>: ${last_session_time}\n',
  },
  'secret-place': { flagged: '+a:\n  echo>: ${secret:k}\n', legal: '+a:\n  sh>: echo ${secret:k}\n' },
  'shadowed-loop-variable': {
    flagged: '+a:\n  loop>: 2\n  _do:\n    +b:\n      loop>: 2\n      _do:\n        echo>: ${i}\n',
    legal: '+a:\n  loop>: 2\n  _do:\n    +b:\n      for_each>: {j: [1]}\n      _do:\n        echo>: ${i}\n',
  },
  'shell-bash': { flagged: '+a:\n  sh>: "[[ 1 == 1 ]]"\n', legal: '+a:\n  sh>: "[ 1 = 1 ]"\n' },
  'shell-errors': {
    flagged: '+a:\n  sh>: |\n    false\n    echo ok\n',
    legal: '+a:\n  sh>: |\n    set -e\n    false\n    echo ok\n',
  },
  'shell-variable': { flagged: '+a:\n  sh>: echo ${HOME}\n', legal: '+a:\n  sh>: echo $HOME\n' },
  sla: {
    flagged: `sla:\n  time: x\n  +n:\n    echo>: x\n${task}`,
    legal: `sla:\n  time: 01:00:00\n  +n:\n    echo>: x\n${task}`,
  },
  'task-name': { flagged: '+my task:\n  echo>: x\n', legal: '+my-task:\n  echo>: x\n' },
  'task-value': { flagged: '+a: x\n', legal: task },
  'template-file': {
    flagged: { 'main.dig': '+a:\n  td>: q.sql\n', 'q.sql': 'select ${x}' },
    legal: { 'main.dig': '+a:\n  td>: q.sql\n  x: 1\n', 'q.sql': 'select ${x}' },
  },
  'text-as-condition': {
    flagged: `_export: {p: "\${1 == 2}"}\n+a:\n  if>: \${p && x}\n${body}`,
    legal: `_export: {p: "\${1 == 2}"}\n+a:\n  if>: \${p}\n${body}`,
  },
  timezone: { flagged: `timezone: JST\n${task}`, legal: `timezone: Asia/Tokyo\n${task}` },
  'too-many-tasks': { flagged: `+a:\n  loop>: 1000\n${body}`, legal: `+a:\n  loop>: 100\n${body}` },
  'top-level-key': { flagged: 'sh>: ls\n', legal: '+a:\n  sh>: ls\n' },
  'top-level-null': { flagged: '_retry:\n+a:\n  echo>: x\n', legal: '_export:\n+a:\n  echo>: x\n' },
  'treasure-data': {
    flagged: '+a:\n  sh>: ls\n',
    legal: '+a:\n  td>: {data: select 1}\n  database: d\n',
    target: 'treasure-data',
  },
  'two-operators': { flagged: '+a:\n  echo>: x\n  sh>: y\n', legal: '+a:\n  _disable: true\n  echo>: x\n  sh>: y\n' },
  'type-and-operator': { flagged: '+a:\n  _type: sh\n  echo>: x\n', legal: '+a:\n  _type: echo\n  _command: x\n' },
  'unclosed-expression': { flagged: '+a:\n  echo>: ${x\n', legal: '+a:\n  echo>: ${x} $5\n' },
  'undefined-variable': { flagged: '+a:\n  echo>: ${nope}\n', legal: '_export: {nope: 1}\n+a:\n  echo>: ${nope}\n' },
  'unknown-operator': {
    flagged: '+a:\n  shell>: ls\n',
    legal: '_export:\n  plugin:\n    dependencies: [a:b:1]\n+a:\n  shell>: ls\n',
  },
  'unknown-option': {
    flagged: '+a:\n  http>: x\n  methd: POST\n',
    legal: '+a:\n  td>: {data: select 1}\n  source: x\n',
  },
  'unused-suppression': {
    flagged: `# digkit-disable-next-line octal-number\n${task}`,
    legal: '+a:\n  sh>: x\n  # digkit-disable-next-line octal-number\n  n: 010\n',
  },
  workdir: {
    flagged: { 'main.dig': '+a:\n  call>: s/c\n', 's/c.dig': `_export: {_workdir: [x]}\n${task}` },
    main: 's/c.dig',
    legal: task,
  },
  'workflow-name': { flagged: { 'a b.dig': task }, main: 'a b.dig', legal: { 'a-b.dig': task }, legalMain: 'a-b.dig' },
  yaml: { flagged: '+a:\n  echo>: a: b\n', legal: "+a:\n  echo>: 'a: b'\n" },
};

function parallelQueries(store: string): string {
  const query = `    td>: {data: select 1}\n    store_last_results: ${store}\n`;
  return `+g:\n  _parallel: true\n  +a:\n${query}  +b:\n${query}+c:\n  echo>: \${td.last_results}\n`;
}

/** The file system of these tests holds texts, not bytes: not-utf-8.test.ts. */
const aboutBytes = new Set(['not-utf-8']);

describe('every rule finds what it is for, and lets alone what is legal', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const fixture = fixtures[id];
    if (!fixture) throw new Error(`fixtures.test.ts has no texts for ${id}`);
    const { flagged, legal, main, legalMain, target } = fixture;
    if (!aboutBytes.has(id)) expect(said(rule, flagged, main, target).length).toBeGreaterThan(0);
    expect(said(rule, legal, legalMain, target)).toEqual([]);
  });

  it('there are no texts for rules that are gone', () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect(Object.keys(fixtures).filter((id) => !ids.has(id))).toEqual([]);
  });
});
