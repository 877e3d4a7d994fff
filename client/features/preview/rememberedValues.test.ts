import { expect, it } from 'vitest';
import { ProjectSecrets } from '../../platform/secretStorage.ts';
import { RememberedValues } from './rememberedValues.ts';

it('keeps variables with the workspace and secrets in the secret storage only, until they are forgotten', async () => {
  const state = new Map<string, unknown>();
  const stored = new Map<string, string>();
  const remembered = new RememberedValues(
    {
      get: <T>(key: string, fallback?: T) => (state.get(key) ?? fallback) as T,
      update: async (key, value) => {
        state.set(key, value);
      },
    },
    new ProjectSecrets({
      get: async (key) => stored.get(key),
      store: async (key, value) => {
        stored.set(key, value);
      },
      delete: async (key) => {
        stored.delete(key);
      },
    }),
  );
  await remembered.keep('/p', { params: { day: '1' }, secrets: new Map([['tok', 'hidden']]) });
  await remembered.keep('/p', { params: { hour: '2' }, secrets: new Map() });
  expect(JSON.stringify([...state])).not.toContain('hidden');
  expect(await remembered.of('/p')).toEqual({ params: { day: '1', hour: '2' }, secrets: new Map([['tok', 'hidden']]) });
  expect(await remembered.of('/q')).toEqual({ params: {}, secrets: new Map() });
  await remembered.forget('/p', 'variable', 'day');
  await remembered.forget('/p', 'variable', 'hour');
  await remembered.forget('/p', 'secret', 'tok');
  expect(await remembered.of('/p')).toEqual({ params: {}, secrets: new Map() });
});
