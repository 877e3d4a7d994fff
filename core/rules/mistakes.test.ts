import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { checkFile } from '../check.ts';
import { Project } from '../project/project.ts';
import { render } from '../text/text.ts';

type Files = string | Readonly<Record<string, string>>;

const body = '  _do:\n    echo>: x\n';
const task = '+t:\n  echo>: x\n';

/**
 * Mistakes that people make with files, YAML, control flow, schedules and paths: a text with only that one, and what is found in it, as
 * `severity rule "place" -> a quick fix`, or several.
 */
const mistakes: Readonly<Record<string, readonly (readonly [Files, ...string[]])[]>> = {
  'operators beside subtasks or operators': [
    [
      '+a:\n  echo>: x\n  +b:\n    echo>: y\n',
      'error operator-with-subtasks "+b" -> Move the operator into a task of its own',
    ],
    [`_error:\n  echo>: a\n  sh>: b\n${task}`, 'error two-operators "sh>" -> Give each operator a task of its own'],
  ],
  'keys of groups': [
    ['+a:\n  b:\n    echo>: y\n', 'error group-key "b" -> Change to +b'],
    ['+a:\n  db: x\n  +b:\n    echo>: y\n', 'error group-key "db" -> Move it under _export'],
    ['+a:\n  _paralel: true\n  +b:\n    echo>: y\n', 'error group-key "_paralel" -> Change to _parallel'],
  ],
  'code that Digdag compiles only when it runs': [
    ['+a:\n  loop>: 1\n  _do:\n    s:\n      echo>: x\n', 'error group-key "s" -> Change to +s'],
    [`+a:\n  if>: true\n${body}  _else_do:\n    s: {echo>: x}\n`, 'error group-key "s" -> Change to +s'],
    [
      '+a:\n  sh>: x\n  _check:\n    echo>: x\n    sh>: y\n',
      'error two-operators "sh>" -> Give each operator a task of its own',
    ],
  ],
  'keys at the top': [
    ['sh>: ls\n', 'error top-level-key "sh>" -> Move the operator into a task of its own'],
    [`meta: {a: b}\n${task}`, 'error top-level-key "meta" -> Move it under _export'],
    ...['_workdir: x', '_env: {A: b}', '_secrets: {a: true}', '_background: true'].map((line): [string, string] => [
      `${line}\n${task}`,
      `error top-level-key "${line.split(':', 1)[0]}" -> Move it into +t`,
    ]),
  ],
  'what is there twice, or not at all': [
    [`${task}${task}`, 'error duplicate-key "+t" -> Rename to +t_2'],
    [
      `${task}${task}${task}`,
      'error duplicate-key "+t" -> Rename to +t_2',
      'error duplicate-key "+t" -> Rename to +t_2',
    ],
    ['+a:\n', 'error top-level-null "+a"'],
    [`_export: hello\n${task}`, 'error export-not-a-map "hello"'],
    [`---\n${task}---\n${task}`, 'error yaml "-"'],
  ],
  names: [
    ['+my task:\n  echo>: x\n', 'error task-name "+my task" -> Change to +my_task'],
    ['+a/b:\n  echo>: x\n', 'error task-name "+a/b" -> Change to +a_b'],
    ['+日本:\n  echo>: x\n', 'error task-name "+日本" -> Change to +task'],
    [{ 'daily load.dig': task }, 'error workflow-name "+" -> Rename the file to daily_load.dig'],
    [{ 'x.dig.dig': task }, 'error workflow-name "+" -> Rename the file to x.dig'],
    [{ 'config:x.dig': task }, 'error workflow-name "+" -> Rename the file to config_x.dig'],
    [{ '1x.dig': task }, 'error workflow-name "+" -> Rename the file to w1x.dig'],
  ],
  'fragments in the root': [
    [
      { 'config.dig': 'x: 1\n', 'main.dig': `_export:\n  !include : config.dig\n${task}` },
      'warning fragment-in-root "x: 1" -> Rename the file to config.yml',
    ],
    [{ 'config/c.dig': 'x: 1\n', 'main.dig': `_export:\n  !include : config/c.dig\n${task}` }],
  ],
  'values that need quotes': [
    ["+a:\n  echo>: ${1 ? 'y' : 'n'}\n", 'error yaml ":" -> Put the value in quotes'],
    ['+a:\n  echo>: result: x\n', 'error yaml ":" -> Put the value in quotes'],
    ['+a:\n  echo>: count #1 of ten\n', 'warning cut-by-comment "#1 of ten" -> Put the value in quotes'],
    [
      '+a:\n  echo>: a day # ${session_date}\n',
      'warning cut-by-comment "# ${session_date}" -> Put the value in quotes',
    ],
    [`schedule:\n  cron>: * * * * *\n${task}`, 'error yaml " " -> Put the value in quotes'],
    ['+a:\n  echo>: [${session_date}] hi\n', 'error yaml "{" -> Put the value in quotes'],
    ['+a:\n  echo>: {a} b\n', 'error yaml "b" -> Put the value in quotes'],
    ['+a:\n  sh>: "a b" c\n', 'error yaml "c" -> Put the value in quotes'],
    ['+a:\n  sh>: "a b" | wc\n', 'error yaml "w" -> Put the value in quotes'],
    ['+a:\n  sh>: "a b" && ls\n', 'error yaml "&" -> Put the value in quotes'],
    ...['%a', '@a', '`a`'].map((value): [string, string] => [
      `+a:\n  echo>: ${value}\n`,
      `error yaml "${value[0]}" -> Put the value in quotes`,
    ]),
  ],
  'tabs, colons, indentation': [
    ['+td-task\n  td>: x.sql\n', 'error yaml ":" -> Add the colon'],
    ['+a:\n  echo>: x\n  retry\n', 'error yaml "\n" -> Add the colon'],
    ['+a:\n\techo>: x\n', 'error yaml "\t" -> Change tabs to spaces'],
    ['+a:\n  echo>: x\n   sh>: y\n', 'error yaml ":"'],
  ],
  'scalars that are not what they look like': [
    ['+a:\n  sh>: x\n  zip: 010\n', 'warning octal-number "010" -> Put it in quotes'],
    [`+a:\n  if>: yes\n${body}`, 'error option-value "yes" -> Change to true'],
    ['+a:\n  _disable: yes\n  echo>: x\n', 'error disable "yes" -> Change to true'],
    ['+a:\n  http>: https://a.b\n  store_content: on\n', 'error option-value "on" -> Change to true'],
  ],
  '!include': [
    [`!include: f.yml\n${task}`, 'error yaml ":" -> Insert the space'],
    [`_export: !include f.yml\n${task}`, 'error include-file "f.yml" -> Write it as a key of its own'],
    [`!include : \${env}.yml\n${task}`, 'error include-file "${env}.yml"'],
    [`!include : ../f.yml\n${task}`, 'error include-file "../f.yml"'],
    [`_export:\n  !include : f.yml\n${task}`, 'error include-file "f.yml" -> Create f.yml'],
    [
      { 'main.dig': `!include : v.yml\n_export: {b: 1}\n${task}`, 'v.yml': '_export: {a: 1}\n' },
      'warning include-overridden "_export" -> Move the !include below',
    ],
  ],
  'if>': [
    [`+a:\n  if>: \${3}\n${body}`, 'error condition-value "${3}" -> Change to ${!!(3)}'],
    [`+a:\n  if>: \${1 and 2}\n${body}`, 'error expression-syntax "a" -> Change to ${1 && 2}'],
    ['+a:\n  if>: true\n', 'error missing-option "if>"'],
  ],
  '_after and _background': [
    [`${task}+b:\n  _after: [+t]\n  sh>: x\n`, 'error after "_after" -> Add _parallel: true to the group'],
    [`_parallel: true\n${task}+b:\n  _after: +t\n  sh>: x\n`, 'error after "+t" -> Change to [+t]'],
    [`_parallel: true\n${task}+b:\n  _after: [t]\n  sh>: x\n`, 'error after "t" -> Change to +t'],
    [`_parallel: true\n+b:\n  _after: [+t]\n  sh>: x\n${task}`, 'error after "+t" -> Move +t above'],
    [
      `_parallel: true\n${task}+b:\n  _background: true\n  sh>: x\n`,
      'error background "_background" -> Remove _background',
    ],
  ],
  _parallel: [
    ['+g:\n  _parallel: 2\n  +a: {echo>: x}\n', 'error parallel "2" -> Change to {limit: 2}'],
    ['+g:\n  _parallel: ${p}\n  +a: {echo>: x}\n', 'error parallel "${p}"'],
    ['+g:\n  _parallel: TRUE\n  +a: {echo>: x}\n', 'error parallel "TRUE" -> Change to true'],
  ],
  _retry: [
    ...['fail>: x', 'echo>: x', 'wait>: 10s', 's3_wait>: a/b'].map((operator): [string, string] => [
      `+a:\n  _retry: 1\n  ${operator}\n`,
      'warning retry "_retry"',
    ]),
    ['+a:\n  sh>: x\n  _retry: {limit: 3, interval: 1s}\n', 'error retry "1s" -> Change to 1 (seconds)'],
    ['+g:\n  _retry: "${n}"\n  +x: {sh>: x}\n', 'warning retry "\\"${n}\\""'],
  ],
  loops: [
    [
      '+a:\n  loop>: 2\n  _do:\n    loop>: 3\n    _do:\n      echo>: ${i}\n',
      'warning shadowed-loop-variable "loop>" -> Change to for_each>: {j: [0, 1, 2]}',
    ],
    [`+a:\n  for_each>: {v: "a,b"}\n${body}`, 'error loop-values "\\"a,b\\"" -> Change to [a,b]'],
    [`+a:\n  for_each>: {v: []}\n${body}`, 'hint loop-values "[]"'],
    [`+a:\n  loop>: 2000\n${body}`, 'warning too-many-tasks "loop>"'],
  ],
  'require>': [
    [{ 'main.dig': '+a:\n  require>: c.dig\n', 'c.dig': task }, 'error require-target "c.dig" -> Change to c'],
    ['+a:\n  require>: nope\n', 'error require-target "nope"'],
    [{ 'main.dig': '+a:\n  require>: c\n', 'c.dig': `timezone: Asia/Tokyo\n${task}` }, 'warning require-timezone "c"'],
    [
      { 'main.dig': '+a:\n  require>: c\n', 'c.dig': '+a:\n  echo>: ${table}\n' },
      'hint require-params "c" -> Hand over table',
    ],
  ],
  'call> and paths': [
    ['+a:\n  call>: ../x.dig\n', 'error missing-file "../x.dig"'],
    [
      { 'sub/c.dig': '+q:\n  td>: q/x.sql\n', 'main.dig': '+a:\n  call>: sub/c\n', 'q/x.sql': 'select 1' },
      'error missing-file "q/x.sql" -> Change to ../q/x.sql',
    ],
    [
      { 'sub/c.dig': `timezone: UTC\n${task}`, 'main.dig': '+a:\n  call>: sub/c\n' },
      'information called-option "timezone"',
    ],
    ['+a:\n  td>: x.sql\n', 'error missing-file "x.sql" -> Create x.sql'],
  ],
  '_error and _check': [
    [`_check:\n  echo>: x\n${task}`, 'warning check-never-runs "_check" -> Make it the last task, +check'],
    [
      '+g:\n  _check:\n    echo>: x\n  +a:\n    echo>: x\n',
      'warning check-never-runs "_check" -> Make it the last task, +check',
    ],
    [
      { 'sub/c.dig': `_check:\n  echo>: x\n${task}`, 'main.dig': '+a:\n  call>: sub/c\n' },
      'warning check-never-runs "_check" -> Make it the last task, +check',
    ],
    [`${task}_error:\n  echo>: \${error.task}\n`, 'information error-variable "${error.task}"'],
  ],
  schedules: [
    ['daily>: 7:00', 'error schedule "7:00" -> Change to 7:00:00'],
    ['daily>: 25:99:00', 'warning schedule-time "25:99:00"'],
    ['minutes_interval>: 45', 'warning schedule-time "45"'],
    ['daily>: 07:00:00\n  hourly>: 30:00', 'warning schedule-key "hourly>"'],
    [
      'daily>: 07:00:00\n  skip_on_overtme: true',
      'warning schedule-key "skip_on_overtme" -> Change to skip_on_overtime',
    ],
  ].map(([schedule, ...found]): [string, ...string[]] => [
    `timezone: UTC\nschedule:\n  ${schedule}\n${task}`,
    ...found,
  ]),
  timezones: [
    [`schedule:\n  daily>: 07:00:00\n${task}`, 'hint schedule-timezone "schedule" -> Write timezone: UTC'],
    [`timezone: JST\n${task}`, 'error timezone "JST" -> Change to Asia/Tokyo'],
    [`timezone: Asia/Toyko\n${task}`, 'error timezone "Asia/Toyko" -> Change to Asia/Tokyo'],
    [`timezone: +09:00\n${task}`],
  ],
  'typos in options': [
    ['+a:\n  http>: https://x.y\n  methd: POST\n', 'warning unknown-option "methd" -> Change to method'],
    [
      `+a:\n  for_each>: {v: [1]}\n  _paralell: true\n${body}`,
      'warning unknown-option "_paralell" -> Change to _parallel',
    ],
  ],
  'operators and their files': [
    ['+a:\n  shell>: ls\n', 'warning unknown-operator "shell>" -> Change to sh>'],
    [
      { 'main.dig': '+a:\n  td>: queris/x.sql\n', 'queries/x.sql': 'select 1' },
      'error missing-file "queris/x.sql" -> Change to queries/x.sql',
    ],
    [
      { 'main.dig': '+a:\n  py>: t.g\n', 't.py': 'def g(missing):\n  pass\n' },
      'warning python-call "t.g" -> Add missing to the task',
    ],
    ['+a:\n  sh>: "[[ 1 == 1 ]]"\n', 'hint shell-bash "sh>" -> Add shell: [/bin/bash]'],
    ['+a:\n  sh>: |\n    false\n    echo ok\n', 'hint shell-errors "sh>" -> Begin with set -e'],
  ],
};

describe.each(Object.entries(mistakes))('%s', (_, texts) => {
  it.each(texts.map(([files, ...found]) => [files, found] as const))('%j', (files, expected) => {
    const contents = typeof files === 'string' ? { 'main.dig': files } : files;
    const fs = memoryFileSystem(
      Object.fromEntries(Object.entries(contents).map(([name, text]) => [`/project/${name}`, text])),
    );
    const [name = '', text = ''] = Object.entries(contents)[0] ?? [];
    const checked = checkFile(fs, `/project/${name}`, { project: new Project(fs, '/project') });
    const said = (checked?.findings ?? []).map(({ severity, rule, start, end, fixes = [] }) => {
      const place = text.slice(start, end).replaceAll('"', '\\"');
      return { what: `${severity} ${rule} "${place}"`, fixes: fixes.map(({ title }) => render(title)) };
    });
    expect(said.map(({ what }) => what)).toEqual(expected.map((one) => one.split(' -> ', 1)[0]));
    for (const [index, one] of expected.entries()) {
      const [, fix] = one.split(' -> ');
      if (fix !== undefined) expect(said[index]?.fixes).toContain(fix);
    }
  });
});
