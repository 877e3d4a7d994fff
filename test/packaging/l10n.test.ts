import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogTexts } from './catalogTexts.ts';
import { messagesIn } from './messages.ts';

const messages = ['core', 'cli', 'server', 'client', 'runner'].flatMap((folder) => messagesIn(folder));
const read = (file: string): Record<string, string> => JSON.parse(readFileSync(file, 'utf8'));

describe('the texts that a person sees', () => {
  it('are literals, so that they can be translated', () => {
    expect(messages.filter(({ template }) => template === undefined)).toEqual([]);
  });

  it('all have a Japanese translation with the same places, and none is left over', () => {
    const bundle = read('l10n/bundle.l10n.ja.json');
    const used = new Set(messages.flatMap(({ template }) => template ?? []));
    expect([...used].filter((template) => !(template in bundle)).sort()).toEqual([]);
    expect(Object.keys(bundle).filter((template) => !used.has(template))).toEqual([]);
    const places = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(String).sort();
    for (const [english, japanese] of Object.entries(bundle))
      expect(places(japanese), english).toEqual(places(english));
  });

  it('of the catalogue all have a Japanese translation, and none is left over', () => {
    const translated = read('l10n/catalog.ja.json');
    const texts = catalogTexts();
    expect(texts.filter((text) => !(text in translated))).toEqual([]);
    expect(Object.keys(translated).filter((text) => !texts.includes(text))).toEqual([]);
    // names of variables, options and operators stay as they are
    const names = (text: string) => [...text.matchAll(/\$\{[^}\s]*\}/g)].map(String).sort();
    for (const [english, japanese] of Object.entries(translated))
      expect(names(japanese), english).toEqual(names(english));
  });

  it('of the manifest all have a Japanese translation', () => {
    const [english, japanese] = [read('package.nls.json'), read('package.nls.ja.json')];
    expect(Object.keys(japanese).sort()).toEqual(Object.keys(english).sort());
    const manifest = readFileSync('package.json', 'utf8');
    const used = [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    expect([...new Set(used)].sort()).toEqual(Object.keys(english).sort());
  });
});
