import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { checkFile } from '../check.ts';
import { applyEdits } from '../rules/applyEdits.ts';
import { render } from '../text/text.ts';
import { surveyTasks } from '../workflow/survey.ts';
import type { Refactoring } from './refactoring.ts';
import { refactoringsFor } from './refactorings.ts';

/** `[` and `]` lie around what is selected; `‸` is a cursor. */
function offered(marked: string, files: Record<string, string> = {}): { text: string; found: Refactoring[] } {
  const start = marked.search(/[⟦‸]/);
  const end = marked.includes('⟦') ? marked.indexOf('⟧') - 1 : start;
  const text = marked.replaceAll(/[⟦⟧‸]/g, '');
  const path = '/p/main.dig';
  const fs = memoryFileSystem({ ...files, [path]: text });
  const checked = checkFile(fs, path);
  if (!checked?.file.config) return { text, found: [] };
  const { file, project } = checked;
  const root = surveyTasks('', '+main', file.config ?? checked.file.config, { path, start: 0, end: 0 });
  return { text, found: refactoringsFor({ fs, path, text, project, file, root, start, end }) };
}

function titles(marked: string, files: Record<string, string> = {}): string[] {
  return offered(marked, files).found.map(({ title }) => render(title));
}

function changed(marked: string, title: string, files: Record<string, string> = {}): string | undefined {
  const { text, found } = offered(marked, files);
  const chosen = found.find((one) => render(one.title).startsWith(title));
  const made = chosen?.files?.map((file) => (file.kind === 'create' ? `-- ${file.path}\n${file.text}` : '')) ?? [];
  return chosen && [applyEdits(text, chosen.edits), ...made].join('');
}

const two =
  '# top\n\n# one\n+a:\n  echo>: x  # why\n\n  # end of a\n+b:\n  sh>: |\n    x\n\n      y\n+c:\n  echo>: z\n';

describe('wrap', () => {
  const select = two.replace('+a:', '⟦+a:').replace('+c:', '⟧+c:');

  it('puts the selected tasks into a group, with their comments', () => {
    expect(changed(select, 'Put into a group')).toBe(
      '# top\n\n+group:\n  # one\n  +a:\n    echo>: x  # why\n\n    # end of a\n  +b:\n    sh>: |\n      x\n\n        y\n+c:\n  echo>: z\n',
    );
  });

  it('puts them below an operator that runs them once', () => {
    expect(changed('+g:\n  ‸+a:\n    echo>: ${item}\n', 'Wrap in for_each>')).toBe(
      '+g:\n  +for_each:\n    for_each>: {item_2: [1]}\n    _do:\n      +a:\n        echo>: ${item}\n',
    );
    expect(changed('‸+a:\n  echo>: x\n', 'Wrap in if>')).toBe('+if:\n  if>: true\n  _do:\n    +a:\n      echo>: x\n');
    expect(titles('‸+a:\n  echo>: ${i}\n')).not.toContain('Wrap in loop>');
  });

  it('keeps parallel tasks parallel', () => {
    const text = '_parallel: true\n+a:\n  echo>: x\n⟦+b:\n  echo>: x\n+c:\n  _after: [+b]\n  echo>: x⟧\n';
    expect(changed(text, 'Put into a group')).toBe(
      '_parallel: true\n+a:\n  echo>: x\n+group:\n  _parallel: true\n  +b:\n    echo>: x\n  +c:\n    _after: [+b]\n    echo>: x\n',
    );
  });

  it('is not offered where something would wait for something else, or the text is shared', () => {
    const none = (marked: string) => expect(titles(marked)).toEqual([]);
    none('_parallel: true\n+a:\n  echo>: x\n⟦+b:\n  _after: [+a]\n  echo>: x\n+c:\n  echo>: x⟧\n');
    none('_parallel: {limit: 2}\n⟦+a:\n  echo>: x\n+b:\n  echo>: x⟧\n');
    none('+a:\n  _background: true\n  echo>: x\n⟦+b:\n  echo>: x\n+c:\n  echo>: x⟧\n');
    none('+c: {\n  ‸+d: {echo>: x}}\n');
    none('+g: &g\n  ‸+a:\n    echo>: x\n+h: *g\n');
    none('+a:\n  ec‸ho>: x\n');
    none('+a:\n  echo>: x\n ‸bad\n');
  });
});

describe('extract to a workflow', () => {
  it('moves tasks with their comments, and calls them', () => {
    expect(changed(two.replace('+a:', '⟦+a:').replace('+c:', '⟧+c:'), 'Extract to the workflow a.dig')).toBe(
      '# top\n\n+a:\n  call>: a\n+c:\n  echo>: z\n-- /p/a.dig\n# one\n+a:\n  echo>: x  # why\n\n  # end of a\n+b:\n  sh>: |\n    x\n\n      y\n',
    );
  });

  it('moves what is in a group, and keeps its name', () => {
    const text =
      '_parallel: true\n# loads\n‸+load:  # all\n  _export: {k: 1}\n\n  +x:\n    echo>: ${k}\n+z:\n  _after: [+load]\n  echo>: y\n';
    expect(changed(text, 'Extract', { '/p/load.dig': '' })).toBe(
      '_parallel: true\n# loads\n+load:  # all\n  call>: load_2\n+z:\n  _after: [+load]\n  echo>: y\n-- /p/load_2.dig\n_export: {k: 1}\n\n+x:\n  echo>: ${k}\n',
    );
  });

  it('is not offered where the file would mean something else', () => {
    const title = /Extract/;
    const offers = (marked: string) => titles(marked).some((one) => title.test(one));
    expect(offers('‸+a:\n  call>: b\n')).toBe(false);
    expect(offers('_export:\n  _workdir: x\n‸+a:\n  td>: q.sql\n')).toBe(false);
    expect(offers('_export: {x: &x 1}\n‸+a:\n  echo>: *x\n')).toBe(false);
    expect(offers('_parallel: true\n+a:\n  echo>: x\n‸+b:\n  _after: [+a]\n  echo>: x\n')).toBe(false);
    expect(offers('‸+1st:\n  echo>: x\n')).toBe(true);
  });
});

describe('inline a workflow', () => {
  const child = 'timezone: Asia/Tokyo\n# what\n_export:\n  k: 1\n\n+x:\n  sh>: |\n    a\n\n    b\n';

  it('puts the called tasks in place of the call', () => {
    expect(
      changed('+g:\n  ‸+a:\n    call>: child  # now\n  +b:\n    echo>: x\n', 'Inline', { '/p/child.dig': child }),
    ).toBe(
      '+g:\n  +a:\n    # what\n    _export:\n      k: 1\n\n    +x:\n      sh>: |\n        a\n\n        b\n  +b:\n    echo>: x\n',
    );
  });

  it('is not offered where the tasks would do something else', () => {
    const offers = (text: string, called = child, path = '/p/child.dig') =>
      titles(text, { [path]: called }).some((one) => one.startsWith('Inline'));
    expect(offers('‸+a:\n  call>: child\n')).toBe(true);
    expect(offers('‸+a:\n  call>: sub/child\n', child, '/p/sub/child.dig')).toBe(false);
    expect(offers('‸+a:\n  call>: child\n  _export: {z: 1}\n')).toBe(false);
    expect(offers('‸+a:\n  call>: child\n  _retry: 3\n')).toBe(false);
    expect(offers('‸+a:\n  call>: child\n', 'echo>: x\n')).toBe(false);
    expect(offers('‸+a:\n  call>: child\n', '+a:\n  echo>: &x y\n')).toBe(false);
    expect(offers('‸+a:\n  call>: child\n', '+a:\n  echo>: x\n  sh>: y\n')).toBe(false);
    expect(offers('‸+a:\n  call>: child\n', '---\n+a:\n  echo>: x\n')).toBe(false);
    expect(offers('‸+a:\n  call>: main\n')).toBe(false);
  });
});

describe('parallel', () => {
  it('lets the tasks of a group start together, and one after the other', () => {
    const text = '‸+g:\n  # one\n  +a:\n    echo>: x\n  +b:\n    echo>: ${session_time}\n';
    const both = changed(text, 'Run its tasks in parallel');
    expect(both).toBe('+g:\n  # one\n  _parallel: true\n  +a:\n    echo>: x\n  +b:\n    echo>: ${session_time}\n');
    expect(changed(`‸${both}`, 'Run its tasks one after')).toBe(text.replace('‸', ''));
  });

  it('is not offered where a task reads what one before it stores', () => {
    const offers = (first: string, second: string) =>
      titles(`‸+g:\n  +a:\n    ${first}\n  +b:\n    ${second}\n`).some((one) => one.includes('parallel'));
    expect(offers('echo>: x', 'echo>: ${x}')).toBe(true);
    expect(offers('py>: a.b', 'echo>: ${x}')).toBe(false);
    expect(offers('py>: a.b', 'echo>: x')).toBe(true);
    expect(offers('td>: {data: select 1}', 'echo>: ${td.last_job_id}')).toBe(false);
    expect(offers('echo>: x', 'echo>: x\n    _background: true')).toBe(false);
    expect(
      titles('_parallel: true\n‸+g:\n  _parallel: true\n  +a:\n    echo>: x\n  +b:\n    _after: [+a]\n    echo>: x\n'),
    ).not.toContain('Run its tasks one after the other');
  });
});

describe('an option of several tasks', () => {
  const tasks = '+g:\n  +a:\n    td>: a.sql\n    data‸base: x\n  +b:\n    td>: b.sql\n    database: "x"\n';

  it('moves to _export of the group, and back', () => {
    const moved = changed(tasks, 'Move database to _export of +g');
    expect(moved).toBe('+g:\n  _export:\n    td:\n      database: x\n  +a:\n    td>: a.sql\n  +b:\n    td>: b.sql\n');
    expect(changed((moved ?? '').replace('data', '‸data'), 'Move database to the tasks')).toBe(
      tasks.replace('‸', '').replace('"x"', 'x'),
    );
  });

  it('goes beside what is exported already', () => {
    const text = '_export:\n  td:\n    engine: presto\n  k: 1\n+a:\n  td>: a.sql\n  data‸base: x\n';
    expect(changed(text, 'Move database to _export of the workflow')).toBe(
      '_export:\n  td:\n    database: x\n    engine: presto\n  k: 1\n+a:\n  td>: a.sql\n',
    );
  });

  it('stays where a task would get another value, or it cannot be told', () => {
    const offers = (text: string) => titles(text).some((one) => one.startsWith('Move'));
    expect(offers(tasks.replace('"x"', 'y'))).toBe(false);
    expect(offers(tasks.replace('    database: "x"\n', ''))).toBe(false);
    expect(offers(`${tasks}  +c:\n    call>: d\n`)).toBe(false);
    expect(offers(`${tasks}  +c:\n    echo>: \${td.database}\n`)).toBe(false);
    expect(offers(tasks.replace('data‸base: x', 'data‸base: ${x}').replace('"x"', '${x}'))).toBe(false);
  });
});
