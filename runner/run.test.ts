import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runDig as run } from '../test/support/runDig.ts';
import type { RunFinished } from './events.ts';

function states({ tasks }: RunFinished): Record<string, string> {
  return Object.fromEntries(tasks.map(({ task, state }) => [task.name, state]));
}

describe('runWorkflow', () => {
  it('runs tasks in order, with exports and session variables', async () => {
    const finished = await run(
      '_export: {x: 1}\n+a:\n  echo>: ${x} ${session_date}\n+g:\n  +b:\n    sh>: echo "$x"; echo err >&2\n',
    );
    expect(finished.output).toBe('1 2026-01-02\n1\nerr\n');
    expect(finished.success).toBe(true);
    expect(states(finished)).toEqual({
      '+main': 'success',
      '+main+a': 'success',
      '+main+g': 'success',
      '+main+g+b': 'success',
    });
  });

  it('runs _error with the error, and leaves the rest blocked', async () => {
    const finished = await run('+a:\n  fail>: no\n  _error:\n    echo>: saw ${error.message}\n+b:\n  echo>: never\n');
    expect(finished.output).toBe('saw no\n');
    expect(states(finished)).toEqual({
      '+main': 'group_error',
      '+main+a': 'error',
      '+main+b': 'blocked',
      '+main+a^error': 'success',
      '+main^failure-alert': 'success',
    });
    expect(finished.errors).toEqual([{ task: expect.objectContaining({ name: '+main+a' }), message: 'no' }]);
    expect(finished.errors[0]?.task.source).toMatchObject({ line: 1, column: 1 });
  });

  it('tells first which tasks there are, and which a task has made, below which other', async () => {
    const { events } = await run('+g:\n  +a:\n    loop>: 1\n    _do: {echo>: "${i}"}\n+b: {echo>: b}\n');
    expect(events[0]?.type).toBe('run-started');
    const added = events.flatMap((event, index) =>
      event.type === 'tasks-added' ? [{ index, tasks: event.tasks }] : [],
    );
    expect(added[0]?.index).toBe(1);
    expect(
      added.map(({ tasks }) => tasks.map(({ task: { id, name, source }, parent }) => [id, name, parent, source?.line])),
    ).toEqual([
      [
        [1, '+main', undefined, 1],
        [2, '+main+g', 1, 1],
        [3, '+main+g+a', 2, 2],
        [4, '+main+b', 1, 5],
      ],
      [
        [5, '+main+g+a^sub', 3, 4],
        [6, '+main+g+a^sub+loop-0', 5, 4],
      ],
    ]);
  });

  it('ends child processes when it is stopped', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 300);
    const started = Date.now();
    const finished = await run('+a:\n  sh>: sleep 20 & sleep 20\n+b:\n  echo>: b\n', {}, controller.signal);
    expect(Date.now() - started).toBeLessThan(5000);
    expect(states(finished)).toEqual({ '+main': 'canceled', '+main+a': 'canceled', '+main+b': 'blocked' });
  });
});

describe('parameters', () => {
  it('flow along dependencies, out of groups, and lose to inner exports', async () => {
    const finished = await run(
      `
_export: {v: root, deep: {a: 1}}
+g:
  +s:
    py>: m.put
+same:
  echo>: \${v} \${deep.a} \${deep.b}
+inner:
  _export: {v: inner}
  +t:
    echo>: \${v}
`,
      {},
      undefined,
      { 'm.py': 'import digdag\ndef put():\n  digdag.env.store({"v": "stored", "deep": {"b": 2}})\n' },
    );
    expect(finished.output).toBe('stored 1 2\ninner\n');
    expect(finished.tasks[2]).toMatchObject({ stored: { v: 'stored', deep: { b: 2 } } });
  });

  it('of -p are weaker than any export, and may hold expressions', async () => {
    const params = new Map([
      ['a', 'given'],
      ['b', '${a}!'],
    ]);
    const finished = await run('+x:\n  echo>: ${a} ${b}\n+y:\n  _export: {a: own}\n  echo>: ${a}\n', { params });
    expect(finished.output).toBe('given given!\nown\n');
    const told = finished.events.flatMap((event) => (event.type === 'log' ? [event.message] : []));
    expect(told).toEqual([
      'The parameter a has no effect in +y: _export gives it a value (main.dig:4), and that wins.',
    ]);
  });
});

describe('retries', () => {
  it('of a group run copies of its tasks with the same names', async () => {
    const finished = await run('+g:\n  _retry: 1\n  +a:\n    sh>: echo x >> n; [ $(wc -l < n) = 2 ]\n');
    expect(finished.tasks.map(({ task, state }) => `${task.name} ${state}`)).toEqual([
      '+main success',
      '+main+g success',
      '+main+g+a error',
      '+main+g+a success',
    ]);
    expect(finished.success).toBe(false); // as digdag run: one row is in state error
  });

  it('of a task keep one row and tell that they wait', async () => {
    const finished = await run('+a:\n  _retry: {limit: 2, interval: 0}\n  sh>: echo x >> n; [ $(wc -l < n) = 3 ]\n');
    expect(finished.success).toBe(true);
    expect(finished.events.filter(({ type }) => type === 'task-retried')).toHaveLength(2);
  });
});

describe('generated tasks', () => {
  it('of loops know where they are written', async () => {
    const finished = await run('+l:\n  loop>: 2\n  _do:\n    +x:\n      fail>: no\n');
    expect(finished.errors[0]?.task).toMatchObject({ name: '+main+l^sub+loop-0+x', source: { line: 4, column: 5 } });
  });

  it('are made again when a run is resumed', async () => {
    const dig = '+l:\n  loop>: 2\n  _do:\n    echo>: ${i}\n';
    const first = await run(dig, { save: true });
    const again = await run(dig, { save: true, projectDirectory: first.projectDirectory });
    expect(first.output).toBe('0\n1\n');
    expect(again.output).toBe('');
    expect(again.tasks.map(({ task }) => task.name)).toEqual(first.tasks.map(({ task }) => task.name));
  });
});

describe('a dry run', () => {
  it('looks into loops and leaves nothing behind', async () => {
    const finished = await run('+l:\n  loop>: 1\n  _do:\n    sh>: touch made\n', { save: true, dryRun: true });
    expect(Object.keys(states(finished))).toContain('+main+l^sub+loop-0');
    expect(readdirSync(finished.projectDirectory)).toEqual(['main.dig']);
  });
});
