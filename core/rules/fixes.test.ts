import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { after } from './after.ts';
import { expressionSyntax } from './expression-syntax.ts';
import { fragmentInRoot } from './fragment-in-root.ts';
import { groupKey } from './group-key.ts';
import { includeFile } from './include-file.ts';
import { includeOverridden } from './include-overridden.ts';
import { loopValues } from './loop-values.ts';
import { missingFile } from './missing-file.ts';
import { operatorWithSubtasks } from './operator-with-subtasks.ts';
import { optionValue } from './option-value.ts';
import { parallelStore } from './parallel-store.ts';
import { retry } from './retry.ts';
import { scheduleVariable } from './schedule-variable.ts';
import { secretPlace } from './secret-place.ts';
import { shellVariable } from './shell-variable.ts';
import { taskName } from './task-name.ts';
import { templateFile } from './template-file.ts';
import { topLevelKey } from './top-level-key.ts';
import { twoOperators } from './two-operators.ts';
import { undefinedVariable } from './undefined-variable.ts';
import { unknownOperator } from './unknown-operator.ts';
import { workflowName } from './workflow-name.ts';

const cron = '+a:\n  echo>: x\n';

describe('fixes that change texts', () => {
  it.each([
    [
      'a variable of a group',
      groupKey,
      '+a:\n  _export:\n    k: 1\n  db: |\n    x\n  +b:\n    echo>: y\n',
      '+a:\n  _export:\n    k: 1\n    db: |\n      x\n  +b:\n    echo>: y\n',
    ],
    ['a variable at the top', topLevelKey, 'db: x\n+a:\n  echo>: y\n', '_export:\n  db: x\n+a:\n  echo>: y\n'],
    [
      'a variable beside _export',
      topLevelKey,
      '_export:\n    k: 1\n+a:\n  echo>: y\ndb: x',
      '_export:\n    k: 1\n    db: x\n+a:\n  echo>: y\n',
    ],
    [
      'an option of tasks at the top',
      topLevelKey,
      '_env:\n  A: 1\n+a:\n    sh>: ls',
      '+a:\n    sh>: ls\n    _env:\n      A: 1\n',
    ],
    [
      'an operator beside subtasks, in braces',
      operatorWithSubtasks,
      '+a: {echo>: x, +b: {echo>: y}}\n',
      '+a: {+echo: {echo>: x}, +b: {echo>: y}}\n',
    ],
    ['two operators in braces', twoOperators, '+a: {echo>: x, sh>: y}\n', '+a: {+echo: {echo>: x}, +sh: {sh>: y}}\n'],
    [
      'a name without ASCII',
      taskName,
      '+task:\n  echo>: x\n+日本:\n  echo>: x\n',
      '+task:\n  echo>: x\n+task_2:\n  echo>: x\n',
    ],
    ['a map where a text is meant', optionValue, '+a:\n  echo>: {{x}}\n', "+a:\n  echo>: '{{x}}'\n"],
    [
      '_parallel of a loop',
      optionValue,
      '+a:\n  loop>: 1\n  _parallel: yes\n  _do:\n    echo>: x\n',
      '+a:\n  loop>: 1\n  _parallel: true\n  _do:\n    echo>: x\n',
    ],
    [
      'values of a loop in braces',
      loopValues,
      '+a:\n  for_each>: {v: a,b, w: [1]}\n  _do:\n    echo>: x\n',
      '+a:\n  for_each>: {v: [a, b], w: [1]}\n  _do:\n    echo>: x\n',
    ],
    [
      'a task that is waited for and stands below',
      after,
      '_parallel: true\n+a:\n  _after: [+b]\n  sh>: x\n+b:\n  sh>: y',
      '_parallel: true\n+b:\n  sh>: y\n+a:\n  _after: [+b]\n  sh>: x\n',
    ],
    [
      'and, or, not',
      expressionSyntax,
      "+a:\n  echo>: ${a and not b or c == ' and '}\n",
      "+a:\n  echo>: ${a && !b || c == ' and '}\n",
    ],
    [
      'the interval of a group',
      retry,
      '+g:\n  _retry:\n    limit: 1\n    interval: 1m\n  +a:\n    sh>: x\n',
      '+g:\n  _retry:\n    limit: 1\n    interval: 60\n  +a:\n    sh>: x\n',
    ],
    [
      'a session without a schedule',
      scheduleVariable,
      '+a:\n  echo>: ${last_session_date}\n',
      "+a:\n  echo>: ${moment(session_time).subtract(1, 'days').format('YYYY-MM-DD')}\n",
    ],
    [
      '_env under _export',
      secretPlace,
      '_export:\n  k: 1\n  _env:\n    A: ${secret:a}\n+a:\n  py>: t.f\n+b:\n  sh>: x\n',
      '_export:\n  k: 1\n+a:\n  py>: t.f\n  _env:\n    A: ${secret:a}\n+b:\n  sh>: x\n  _env:\n    A: ${secret:a}\n',
    ],
    ['two dollars', shellVariable, '+a:\n  sh>: echo $${X}\n', '+a:\n  sh>: echo $X\n'],
    ['another word for an operator', unknownOperator, '+a:\n  shell>: ls\n', '+a:\n  sh>: ls\n'],
    [
      'an unknown variable',
      undefinedVariable,
      '# my workflow\n+a:\n  echo>: ${zebra.n}\n',
      "# my workflow\n_export:\n  zebra: {n: ''}\n\n+a:\n  echo>: ${zebra.n}\n",
    ],
    [
      'an unknown variable beside others',
      undefinedVariable,
      '_export:\n    k: 1\n+a:\n  echo>: ${zebra}',
      "_export:\n    k: 1\n    zebra: ''\n+a:\n  echo>: ${zebra}",
    ],
  ] as const)('%s', (_, rule, source, fixed) => {
    const [finding, ...more] = said(rule, source);
    expect(finding?.fixed).toContain(fixed);
    expect(more).toEqual([]);
  });

  it('nothing where the text is not written line by line', () => {
    expect(said(undefinedVariable, '{"+a": {"echo>": "${zebra}"}}')[0]?.fixed).toEqual([]);
    expect(said(topLevelKey, '{"_env": {A: 1}, "+a": {"sh>": ls}}')[0]?.fixed).toEqual([]);
    expect(said(twoOperators, '+a: {echo>: x, k: 1, sh>: y}\n')[0]?.fixed).toEqual([]);
  });

  it('an !include above what replaces it', () => {
    const files = { 'main.dig': '!include : v.yml\n_export:\n  b: 1\n+a:\n  echo>: x\n', 'v.yml': '_export: {a: 1}\n' };
    expect(said(includeOverridden, files)).toMatchObject([
      { fixed: ['_export:\n  b: 1\n!include : v.yml\n+a:\n  echo>: x\n'] },
    ]);
  });

  it('a variable of a query', () => {
    const files = { 'main.dig': '+a:\n  td>: q.sql\n', 'q.sql': 'select ${zebra}' };
    const [found] = said(templateFile, files);
    expect(found?.severity).toBe('information');
  });

  it('the right path from the folder of a called file', () => {
    const files = {
      'main.dig': '+a:\n  call>: sub/child.dig\n',
      'sub/child.dig': '+b:\n  td>: queries/x.sql\n',
      'queries/x.sql': 'select 1',
    };
    expect(said(missingFile, files, 'sub/child.dig')).toMatchObject([
      { fixed: ['+b:\n  td>: ../queries/x.sql\n'], files: ['+sub/queries/x.sql'] },
    ]);
  });

  it('results of parallel functions', () => {
    const tasks = '+p:\n  _parallel: true\n  +a:\n    py>: t.f\n  +c:\n    py>: t.g\n+b:\n  echo>: ${x}\n';
    const code = (other: string) =>
      `def f():\n  digdag.env.store({"x": 1})\n\ndef g():\n  digdag.env.store({"${other}": 2})\n`;
    expect(said(parallelStore, { 'main.dig': tasks, 't.py': code('x') })).toMatchObject([{ at: '${x}' }]);
    expect(said(parallelStore, { 'main.dig': tasks, 't.py': code('y') })).toEqual([]);
  });
});

describe('fixes that make files', () => {
  it.each([
    ['  call>: sub/child\n', '+sub/child.dig'],
    ['  td>: queries/load.sql\n', '+queries/load.sql'],
    ['  py>: tasks.load.run\n', '+tasks/load.py'],
    ['  mail>: body.txt\n  subject: x\n  to: [a@b.c]\n', '+body.txt'],
  ])('%j', (task, file) => {
    expect(said(missingFile, `+a:\n${task}`)).toMatchObject([{ files: [file], fixed: [] }]);
  });

  it('not for queries in place of a name', () => {
    expect(said(missingFile, '+a:\n  td>: select 1\n')).toMatchObject([{ files: [] }]);
  });

  it('an included file, or one that is nearly named so', () => {
    const main = '_export:\n  !include : "conf.yml"\n+a:\n  echo>: x\n';
    expect(said(includeFile, main)).toMatchObject([{ files: ['+conf.yml'] }]);
    expect(said(includeFile, { 'main.dig': main, 'config.yml': 'a: 1\n', 'conf.yaml': 'a: 1\n' })[0]?.fixed).toEqual([
      main.replace('conf.yml', 'conf.yaml'),
    ]);
  });
});

describe('fixes that rename files', () => {
  it.each([
    ['daily load.dig', 'daily_load.dig'],
    ['x.dig.dig', 'x.dig'],
    ['config:x.dig', 'config_x.dig'],
    ['2nd.dig', 'w2nd.dig'],
    ['日本.dig', 'workflow.dig'],
  ])('%s', (name, to) => {
    expect(said(workflowName, { [name]: cron }, name)).toMatchObject([{ files: [`${name} -> ${to}`] }]);
  });

  it('not over a file that is there', () => {
    expect(said(workflowName, { 'a b.dig': cron, 'a_b.dig': cron }, 'a b.dig')).toMatchObject([{ files: [] }]);
  });

  it('a fragment at the top', () => {
    const files = { 'main.dig': '_export:\n  !include : config.dig\n+a:\n  echo>: x\n', 'config.dig': 'td: {a: 1}\n' };
    expect(said(fragmentInRoot, files, 'config.dig')).toMatchObject([{ files: ['config.dig -> config.yml'] }]);
  });
});
