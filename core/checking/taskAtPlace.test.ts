import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { Outputs } from '../expressions/scopes/outputs.ts';
import { variablesAt } from '../expressions/scopes/variablesAt.ts';
import { Project } from '../project/project.ts';
import { taskAround } from '../workflow/taskNode.ts';
import { ChangingFile } from './changingFile.ts';

const path = '/p/main.dig';
const text = `timezone: UTC
_export: {target: prod}
+load:
  td>: a.sql
  store_last_results: true
+store:
  +fetch: {http>: https://example.com, store_content: true}
+loop:
  for_each>: {color: [red, green]}
  _do:
    +show:
      echo>: \${color} \${td.last_results}
_error:
  echo>: \${error}
+last:
  _check:
    echo>: \${http.last_content}
  sh>: echo x
`;

/** All that is found at each place, from the changing text and from one that is compiled whole. */
function compare(changing: ChangingFile, project: Project, present: string): void {
  const fresh = new ChangingFile(path).check(memoryFileSystem({ [path]: present }), present, undefined, { project });
  const root = fresh.compiled?.root;
  if (!root) throw new Error('nothing is compiled');
  for (let offset = 0; offset <= present.length; offset += 3) {
    const found = changing.taskAt(project, offset);
    const expected = taskAround(root, path, offset);
    expect([offset, found?.task.fullName]).toEqual([offset, expected.fullName]);
    if (!found) continue;
    const scope = variablesAt(found.task, { outputs: found.outputs });
    const whole = variablesAt(expected, { outputs: new Outputs() });
    expect([...scope].map(([name, { origin }]) => [name, origin])).toEqual(
      [...whole].map(([name, { origin }]) => [name, origin]),
    );
  }
}

describe('the task at a place', () => {
  it.each([text, `x: [\n${text}`, `${text}+anchor: &a {echo>: x}\n+alias: *a\n`])(
    'is that of the whole file',
    (present) => {
      const fs = memoryFileSystem({ [path]: present });
      const changing = new ChangingFile(path);
      changing.load(fs, present, undefined);
      compare(changing, new Project(fs, '/p'), present);
    },
  );

  it('has its places where they are behind an edit above', () => {
    const fs = memoryFileSystem({ [path]: text });
    const project = new Project(fs, '/p');
    const changing = new ChangingFile(path);
    changing.check(fs, text, undefined, { project });
    changing.taskAt(project, text.length - 3);
    const start = text.indexOf('a.sql');
    const edited = `${text.slice(0, start)}queries/${text.slice(start)}`;
    changing.load(fs, edited, { start, end: start, newLength: 'queries/'.length });
    compare(changing, project, edited);
  });
});
