import { describe, expect, it } from 'vitest';
import { construct } from '../../core/project/construct.ts';
import { compileWorkflow } from '../../core/workflow/compile.ts';
import type { WorkflowTask } from '../../core/workflow/workflow.ts';
import { readYaml } from '../../core/yaml/read.ts';
import { findTask } from './pattern.ts';
import { selectTasks } from './selection.ts';
import { extractSubtree } from './subtree.ts';

const dig = '+g:\n  +a: {echo>: a}\n  +b:\n    +x: {echo>: x}\n    +y: {echo>: y}\n+h: {echo>: h}\n+i: {echo>: i}\n';

function tasks(): readonly WorkflowTask[] {
  const { config } = construct(readYaml(dig), '/p/main.dig', 'file');
  return config ? (compileWorkflow('main', config).workflow?.tasks ?? []) : [];
}

describe('selectTasks', () => {
  const running = (options: Parameters<typeof selectTasks>[1]): string[] => {
    const selection = selectTasks(tasks(), options);
    return tasks()
      .map(({ fullName }) => fullName)
      .filter((name) => !selection.isLeftOut(name));
  };

  it('runs a goal with what is before it and in it', () => {
    expect(running({ goal: '+b' })).toEqual([
      '+main',
      '+main+g',
      '+main+g+a',
      '+main+g+b',
      '+main+g+b+x',
      '+main+g+b+y',
    ]);
    expect(running({ end: '+h' })).toEqual([
      '+main',
      '+main+g',
      '+main+g+a',
      '+main+g+b',
      '+main+g+b+x',
      '+main+g+b+y',
    ]);
  });

  it('takes up what is before the start only', () => {
    const selection = selectTasks(tasks(), { start: '+h' });
    expect(
      tasks()
        .map(({ fullName }) => fullName)
        .filter((name) => !selection.mayBeSkipped(name)),
    ).toEqual(['+main+h', '+main+i']);
    expect(selectTasks(tasks(), { rerun: true }).mayBeSkipped('+main+g+a')).toBe(false);
  });

  it('refuses what does not fit together', () => {
    expect(() => selectTasks(tasks(), { start: '+h', goal: '+h' })).toThrow("don't work together");
    expect(() => selectTasks(tasks(), { rerun: true, start: '+h' })).toThrow("don't work together");
  });
});

describe('findTask', () => {
  it('finds the one task whose name ends so', () => {
    expect(findTask(tasks(), '+b+x')).toBe(4);
    expect(() => findTask(tasks(), '+nope')).toThrow("doesn't match with any tasks");
    expect(() => findTask(tasks(), 'x')).toThrow('is not supported');
  });

  it('cuts a task out with what is in it', () => {
    const cut = extractSubtree(tasks(), 3).map(({ fullName, parent, upstreams }) => [fullName, parent, upstreams]);
    expect(cut).toEqual([
      ['+main', null, []],
      ['+main+g+b', 0, []],
      ['+main+g+b+x', 1, []],
      ['+main+g+b+y', 1, [2]],
    ]);
  });
});
