import { afterAll, expect, it } from 'vitest';
import { nodeEngineAssets } from '../../host/engineAssets.ts';
import { createEngine } from '../expressions/engine/main.ts';
import { Evaluator } from '../expressions/evaluate.ts';
import { globalMembers, membersOf, membersOfObject } from './members.ts';

const evaluator = new Evaluator(() => createEngine(nodeEngineAssets()));
afterAll(() => evaluator.dispose());

const examples = {
  array: '[1]',
  date: 'new Date(0)',
  duration: 'moment.duration(1)',
  moment: 'moment(0)',
  number: '(5)',
  string: '"x"',
} as const;

async function missing(object: string, members: ReturnType<typeof membersOf>): Promise<string> {
  const wrong = members.map(
    ({ name, parameters }) =>
      `(typeof ${object}.${name} === ${parameters ? '"function"' : `typeof ${object}.${name} && typeof ${object}.${name} !== "undefined"`} ? "" : "${name} ")`,
  );
  const result = await evaluator.template(`\${${wrong.join('+') || '""'}}`, new Map([['timezone', 'UTC']]));
  return result.ok ? result.value : result.error.message;
}

it.each(Object.entries(examples))('what is known of %s exists in the sandbox', async (type, example) => {
  const members = membersOf(type as keyof typeof examples);
  expect(members.length).toBeGreaterThan(2);
  expect(await missing(example, members)).toBe('');
});

it.each(['moment', 'JSON', 'Math', 'Object'])('what is known of %s exists', async (name) => {
  expect(await missing(name, membersOfObject(name) ?? [])).toBe('');
});

it('what every expression can use exists', async () => {
  for (const { name } of globalMembers) {
    const result = await evaluator.template(`\${typeof ${name}}`, new Map([['timezone', 'UTC']]));
    expect(result, name).toMatchObject({ ok: true, value: expect.stringMatching(/function|object/) });
  }
});
