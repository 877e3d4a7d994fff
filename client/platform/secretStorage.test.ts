import { expect, it } from 'vitest';
import { ProjectSecrets } from './secretStorage.ts';

function storage(): { readonly stored: Map<string, string>; readonly secrets: ProjectSecrets } {
  const stored = new Map<string, string>();
  const secrets = new ProjectSecrets({
    get: async (key) => stored.get(key),
    store: async (key, value) => {
      stored.set(key, value);
    },
    delete: async (key) => {
      stored.delete(key);
    },
  });
  return { stored, secrets };
}

it('keeps the secrets of projects apart, and loses none that are set at once', async () => {
  const { secrets, stored } = storage();
  await Promise.all([secrets.set('/a', 'x', '1'), secrets.set('/a', 'y', '2'), secrets.set('/b', 'x', '3')]);
  expect(await secrets.names('/a')).toEqual(['x', 'y']);
  expect(await secrets.get('/b', 'x')).toBe('3');
  await Promise.all([secrets.delete('/a', 'x'), secrets.delete('/a', 'y'), secrets.delete('/a', 'z')]);
  expect(await secrets.get('/a', 'x')).toBeUndefined();
  expect(stored.size).toBe(1);
});

it('takes what is no list of secrets for none', async () => {
  const { secrets, stored } = storage();
  for (const text of ['{', '{}', '[1]', '[["x"]]']) {
    stored.set('digkit.secrets:/a', text);
    expect(await secrets.names('/a')).toEqual([]);
  }
});
