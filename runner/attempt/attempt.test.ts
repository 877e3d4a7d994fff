import { describe, expect, it } from 'vitest';
import { construct } from '../../core/project/construct.ts';
import { compileWorkflow } from '../../core/workflow/compile.ts';
import { readYaml } from '../../core/yaml/read.ts';
import { Attempt, type Outcome } from './attempt.ts';

interface Run {
  readonly states: readonly string[];
  readonly added: readonly string[];
  readonly order: readonly string[];
  readonly most: number;
}

/** Runs a workflow whose operators do what `outcomes` says of their names, and tells the states and the order of the starts. */
async function run(
  dig: string,
  outcomes: Readonly<Record<string, Outcome>> = {},
  maxRunning = Number.POSITIVE_INFINITY,
): Promise<Run> {
  const { config } = construct(readYaml(dig), '/p/main.dig', 'file');
  const tasks = config ? (compileWorkflow('main', config).workflow?.tasks ?? []) : [];
  const added: string[] = [];
  const order: string[] = [];
  let running = 0;
  let most = 0;
  let id = 0;
  const attempt = new Attempt(
    tasks,
    {
      async execute(task) {
        order.push(task.fullName.slice('+main'.length));
        running++;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running--;
        return outcomes[task.fullName.slice('+main'.length)] ?? { kind: 'done', result: {} };
      },
      added(tasks) {
        added.push(...tasks.map(({ fullName }) => fullName.slice('+main'.length)));
      },
      changed: () => undefined,
      retrying: () => undefined,
      warn: () => undefined,
    },
    maxRunning,
    () => ++id,
  );
  await attempt.run();
  const states = attempt.table.rows.map((task) => `${task.fullName.slice('+main'.length)} ${task.state}`);
  return { states, added, order, most };
}

const failed: Outcome = { kind: 'failed', error: new Map([['message', 'no']]) };

describe('Attempt', () => {
  it('starts background tasks with their group, and waits for them before the next', async () => {
    const dig = '+a: {echo>: a}\n+b: {_background: true, echo>: b}\n+c: {echo>: c}\n';
    expect((await run(dig)).order).toEqual(['+a', '+b', '+c']);
  });

  it('runs parallel tasks in batches of the limit', async () => {
    const four = '+a: {echo>: a}\n+b: {echo>: b}\n+c: {echo>: c}\n+d: {echo>: d}\n';
    expect((await run(`_parallel: true\n${four}`)).most).toBe(4);
    expect((await run(`_parallel: {limit: 2}\n${four}`)).most).toBe(2);
    expect((await run(`_parallel: true\n${four}`, {}, 3)).most).toBe(3);
  });

  it('lets parallel tasks go on when one fails, and blocks what is behind', async () => {
    const dig = '+g:\n  _parallel: true\n  +a: {echo>: a}\n  +b: {echo>: b}\n+c: {echo>: c}\n';
    expect((await run(dig, { '+g+a': failed })).states).toEqual([
      ' group_error',
      '+g group_error',
      '+g+a error',
      '+g+b success',
      '+c blocked',
      '^failure-alert success',
    ]);
  });

  it('runs the check behind what a task made, and a failed check fails the task as a group', async () => {
    const dig = '+a:\n  x>: 1\n  _check: {fail>: no}\n';
    const made: Outcome = { kind: 'done', result: { subtasks: new Map([['echo>', 'made']]) } };
    const { states, order } = await run(dig, { '+a': made, '+a^check': failed });
    expect(order).toEqual(['+a', '+a^sub', '+a^check', '^failure-alert']);
    expect(states[1]).toBe('+a group_error');
  });

  it('tells its tasks when it begins, and what it makes when that is there', async () => {
    const dig = '+g:\n  _retry: 1\n  +a:\n    x>: 1\n    _check: {fail>: no}\n';
    const made: Outcome = { kind: 'done', result: { subtasks: new Map([['echo>', 'made']]) } };
    const { added } = await run(dig, { '+g+a': made, '+g+a^check': failed });
    const each = ['+g+a^sub', '+g+a^check'];
    expect(added).toEqual(['', '+g', '+g+a', ...each, '+g+a', ...each, '^failure-alert']);
  });

  it('reads _check only when its task has succeeded: one that is no map fails this task alone', async () => {
    const dig = '_parallel: true\n+a: {echo>: a, _check: text}\n+b: {echo>: b, _check: }\n+c: {x>: 1, _check: text}\n';
    const { states } = await run(dig, { '+c': failed });
    expect(states.slice(1, 4)).toEqual(['+a error', '+b success', '+c error']);
  });

  it('runs handlers inside out, and a broken generated config fails its task', async () => {
    const dig = '_error: {echo>: outer}\n+g:\n  _error: {echo>: group}\n  +a:\n    _error: {echo>: task}\n    x>: 1\n';
    const broken: Outcome = {
      kind: 'done',
      result: {
        subtasks: new Map([
          ['a>', 1],
          ['b>', 2],
        ]),
      },
    };
    const { states, order } = await run(dig, { '+g+a': broken });
    expect(order).toEqual(['+g+a', '+g+a^error', '+g^error', '^failure-alert', '^error']);
    expect(states[2]).toBe('+g+a error');
  });
});
