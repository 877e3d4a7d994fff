import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { type CheckedFile, checkFile } from '../check.ts';
import { toMap } from '../project/located.ts';
import { applyEdits } from '../rules/applyEdits.ts';
import { toJson } from '../value/json.ts';
import { isMap } from '../value/value.ts';
import { type TaskNode, walkTasks } from '../workflow/taskNode.ts';
import type { Workflow } from '../workflow/workflow.ts';
import type { Refactoring } from './refactoring.ts';
import { refactoringsFor } from './refactorings.ts';

const own = ['test/conformance/data/check.jsonl'];
const thirdParty = ['../shared/conformance/third-party/corpus.jsonl'];

interface Recording {
  readonly ok?: boolean;
  readonly text?: string;
  readonly files?: Readonly<Record<string, unknown>>;
  readonly main?: string;
}

/** The texts of a recording that Digdag accepts, without those that include others. */
function textsOf(path: string): string[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const { ok, text, files, main }: Recording = JSON.parse(line);
    const found = text ?? files?.[main ?? ''];
    return ok !== false && typeof found === 'string' && !found.includes('!include') ? [found] : [];
  });
}

const path = '/p/main.dig';

/** The files that a refactoring makes, with their texts. */
function madeBy({ files = [] }: Pick<Refactoring, 'files'>): Record<string, string> {
  return Object.fromEntries(files.flatMap((file) => (file.kind === 'create' ? [[file.path, file.text]] : [])));
}

function check(text: string, made: Readonly<Record<string, string>> = {}): CheckedFile | undefined {
  return checkFile(memoryFileSystem({ [path]: text, ...made }), path);
}

/** What runs: the operators in file order with what they are told, whatever is around them; groups that say something too. */
function operatorsIn(root: TaskNode | undefined, of: (task: TaskNode) => boolean = () => true): string[] {
  const inserted = /^\+(?:group|if|for_each|loop)(?:_\d+)?$/;
  return [...(root ? walkTasks(root) : [])].filter(of).flatMap((task) => {
    const own = withoutTasks([...toMap(task.config)]).filter(([key]) => !bodies.has(key) && key !== '_parallel');
    // Tasks of an sla are among those that are walked.
    const said = toJson(
      new Map(
        own.map(([key, value]) => [key, key === 'sla' && isMap(value) ? new Map(withoutTasks([...value])) : value]),
      ),
    );
    return said === '{}' || (inserted.test(task.name) && /^\{"(?:if|for_each|loop)>":/.test(said))
      ? []
      : [`${task.name} ${said}`];
  });
}

function withoutTasks<Told>(entries: readonly (readonly [string, Told])[]): (readonly [string, Told])[] {
  return entries.filter(([key]) => !key.startsWith('+'));
}

const bodies = new Set(['_do', '_else_do', '_check', '_error']);

/** Which operators have ended before one starts, as the compiler connects them; by their places among all. */
function orderOf({ tasks }: Workflow): string[] {
  const leaves = tasks.filter(({ group }) => !group);
  const below = (index: number): number[] =>
    leaves.flatMap((leaf, at) => {
      for (let up: number | null = leaf.index; up !== null; up = tasks[up]?.parent ?? null)
        if (up === index) return [at];
      return [];
    });
  const before = (index: number | null): number[] => {
    const task = index === null ? undefined : tasks[index];
    if (!task) return [];
    return [...before(task.parent), ...task.upstreams.flatMap((one) => [...below(one), ...before(one)])];
  };
  return leaves.map(({ index }) => [...new Set(before(index))].sort((a, b) => a - b).join());
}

/** All would take minutes. */
const everyNth = Number(process.env.REFACTOR_EVERY ?? 7);

/** Each task alone, and each with the next. */
function* selections(root: TaskNode): Generator<[number, number]> {
  for (const { children } of walkTasks(root)) {
    for (const [index, { entry, body }] of children.entries()) {
      if (!entry || body !== null) continue;
      yield [entry.keyStart, entry.keyStart];
      const next = children[index + 1]?.entry;
      if (next) yield [entry.keyStart, next.keyStart + 1];
    }
  }
}

it.each([...own, ...thirdParty].filter((file) => existsSync(file)))(
  '%s: refactorings keep what runs',
  (file) => {
    const tried = new Map<string, number>();
    for (const [index, text] of textsOf(file).entries()) {
      if (index % everyNth !== 0) continue;
      const checked = check(text);
      const root = checked?.compiled?.root;
      const workflow = checked?.compiled?.workflow;
      if (!checked || !root || !workflow || workflow.tasks.length > 30) continue;
      const fs = memoryFileSystem({ [path]: text });
      for (const [start, end] of selections(root)) {
        const { project } = checked;
        for (const refactoring of refactoringsFor({ fs, path, text, project, file: checked.file, root, start, end })) {
          const name = refactoring.title.template;
          tried.set(name, (tried.get(name) ?? 0) + 1);
          const after = applyEdits(text, refactoring.edits);
          const again = check(after, madeBy(refactoring));
          const shown = `${name}\n${text.slice(0, start)}‸${text.slice(start, end)}‸${text.slice(end)}\n→\n${after}`;
          expect(again?.compiled?.workflow, shown).toBeDefined();
          // comments stay too
          const made = Object.values(madeBy(refactoring)).join('');
          expect((after + made).match(/#.*$/gm)?.length, shown).toBe(text.match(/#.*$/gm)?.length);
          if (name.startsWith('Move')) continue;
          if (refactoring.files) {
            const [child = ''] = Object.keys(madeBy(refactoring));
            const called = checkFile(memoryFileSystem(madeBy(refactoring)), child);
            expect(called?.compiled?.workflow, shown).toBeDefined();
            const before = operatorsIn(root);
            const calls = operatorsIn(again?.compiled?.root).filter((one) => !one.includes('{"call>":'));
            const inChild = operatorsIn(called?.compiled?.root).map((one) => one.replace(/^\+\w+(?= \{"_)/, ''));
            for (const one of [...calls, ...inChild])
              expect(
                before.some((other) => other.endsWith(one)),
                `${one}\n${shown}`,
              ).toBe(true);
            continue;
          }
          expect(operatorsIn(again?.compiled?.root), shown).toEqual(operatorsIn(root));
          if (name === 'Put into a group' && again?.compiled?.workflow)
            expect(orderOf(again.compiled.workflow), shown).toEqual(orderOf(workflow));
        }
      }
    }
    expect(tried.get('Put into a group')).toBeGreaterThan(50);
  },
  300_000,
);
