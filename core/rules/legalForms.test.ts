import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { checkFile } from '../check.ts';
import { Project } from '../project/project.ts';

/** Forms that Digdag runs without complaint, and that look wrong to tools that do not know it. */
describe('no rule complains of', () => {
  it.each([
    ['the long form of an operator', '+a:\n  _type: echo\n  _command: x\n'],
    ['keys in quotes', '"+a":\n  "echo>": x\n'],
    ['a blank before the colon', '+a:\n  echo> : x\n'],
    ['flow style', '+a: {echo>: x}\n'],
    ['anchors and merge keys', '+a: &a\n  sh>: ls\n  _retry: 1\n+b:\n  <<: *a\n'],
    ['a byte order mark and CRLF', '\uFEFF+a:\r\n  echo>: x\r\n'],
    ['a group with exports alone', '+a:\n  _export: {x: 1}\n'],
    ['disabled tasks', '+a:\n  _disable: true\n  echo>: x\n  sh>: y\n+b:\n  echo>: x\n'],
    ['a disabled group', '+g:\n  _disable: true\n  nonsense: 1\n  +b:\n    echo>: x\n    sh>: y\n'],
    ['a blank before the colon of a quoted key', '"+a" :\n  "echo>" : x\n'],
    ['a flow style of groups', '+g: {_parallel: true, +a: {echo>: x}, +b: {echo>: y, _after: [+a]}}\n'],
    ['aliases of values', '_export:\n  x: &x {a: 1}\n  y: *x\n+a:\n  echo>: ${y.a}\n'],
    ['keys of a map', '_export: {x: {a: 1}}\n+a:\n  echo>: ${Object.keys(x)}\n'],
    ['braces inside of an expression', '+a:\n  echo>: "${JSON.stringify({a: [session_date, {b: 1}]})}"\n'],
    ['lone dollars', '+a:\n  sh>: echo "$1 $ $HOME $(date) 5$" | sed \'s/x$//\'\n'],
    [
      'lists for loops',
      '_export: {list: [1, 2]}\n+a:\n  for_each>: {v: "${list}"}\n  _do:\n    +b: {"echo>": "${v}"}\n',
    ],
    [
      'a bare operator in _do and tasks in _else_do',
      '+a:\n  if>: true\n  _do:\n    sh>: ls\n  _else_do:\n    +b:\n      echo>: x\n',
    ],
    ['a bare operator in _error', '+a:\n  sh>: ls\n  _error:\n    echo>: ${error.message}\n'],
    [
      'options of plugins',
      '_export:\n  plugin:\n    dependencies: [a:b:1]\n+a:\n  slack>: x\n  any: ${session_date}\n  more: [1]\n',
    ],
    [
      'variables of other databases',
      '+a:\n  pg>: {data: select 1}\n  database: d\n  dest_table: t\n+b:\n  bq>: {data: select 1}\n  source: s\n',
    ],
    ['arguments of a shell script', '+a:\n  sh>: ./load.sh\n  table: x\n  env: y\n'],
    ['dollars', '+a:\n  echo>: a $ b $5 $$ c\n'],
    ['this and JSON', "+a:\n  echo>: ${this.session_date} ${JSON.parse('[1]').length}\n"],
    [
      'a variable for _parallel of a loop',
      '_export: {parallel: true}\n+a:\n  for_each>: {v: [1]}\n  _parallel: "${parallel}"\n  _do:\n    echo>: x\n',
    ],
    ['a variable for _retry of a task', '_export: {n: 1}\n+a:\n  sh>: ls\n  _retry: "${n}"\n'],
    ['JSON texts for loops', "+a:\n  for_each>: {v: '[1,2]'}\n  _do: {echo>: '${v}'}\n"],
    [
      'tasks and bare operators in bodies',
      '+a:\n  sh>: ls\n  _error:\n    +b:\n      echo>: x\n  _check:\n    echo>: y\n',
    ],
    [
      'operators of plugins',
      '_export:\n  plugin:\n    repositories: [https://example.com]\n    dependencies: [a:b:1]\n+a:\n  slack>: x\n  webhook: y\n',
    ],
    [
      'variables of a query',
      '+a:\n  td>: {data: select 1}\n  database: d\n  source: s\n  dest_db: t\n  dest_table: u\n',
    ],
    ['parameters of a Ruby method', '+a:\n  rb>: Kernel.puts\n  table: x\n  any_value: [1]\n'],
    ['variables of a mail', '+a:\n  report: x\n  mail>: {data: x}\n  subject: ${report}\n  to: [a@b.c]\n  any: [1]\n'],
    ['arguments of a method', '+a:\n  py>: os.getcwd\n  table: x\n  value: y\n'],
  ])('%s', (_, source) => {
    const path = '/project/main.dig';
    const found = checkFile(memoryFileSystem({ [path]: source }), path)?.findings ?? [];
    expect(found.filter(({ severity }) => severity !== 'hint')).toEqual([]);
  });

  it('call> with and without .dig', () => {
    const files = {
      '/project/main.dig': '+a:\n  call>: sub/child\n+b:\n  call>: sub/child.dig\n',
      '/project/sub/child.dig': '+c:\n  echo>: x\n',
    };
    expect(checkFile(memoryFileSystem(files), '/project/main.dig')?.findings).toEqual([]);
  });

  it('operators of plugins that a caller, or a file around the include, loads', () => {
    const plugin = '_export:\n  plugin:\n    dependencies: [a:b:1]\n';
    const files = {
      '/project/main.dig': `${plugin}+a:\n  call>: sub/child\n!include : sub/part.dig\n`,
      '/project/sub/child.dig': '+c:\n  slack>: x\n',
      '/project/sub/part.dig': '+p:\n  slack>: x\n',
    };
    for (const path of Object.keys(files))
      expect(
        checkFile(memoryFileSystem(files), path, {
          project: new Project(memoryFileSystem(files), '/project'),
        })?.findings,
      ).toEqual([]);
  });

  it('what is without effect on a group, but for an information', () => {
    const source =
      '+a:\n  timezone: Asia/Tokyo\n  schedule: {nonsense: 1}\n  sla: {time: "01:00"}\n  +b:\n    echo>: x\n';
    const found = checkFile(memoryFileSystem({ '/project/main.dig': source }), '/project/main.dig')?.findings ?? [];
    expect(found.map(({ severity }) => severity)).toEqual(['information', 'information', 'information']);
  });
});
