import type { Catalog } from '../../../core/catalog/catalog.ts';
import { dirname, join } from '../../../core/project/paths.ts';
import { operatorOf } from '../position/surroundings.ts';
import type { Typed } from '../position/typed.ts';
import { type Files, filesNamed } from './files.ts';
import type { Offer } from './offer.ts';

/** Files in which `${secret:…}` may stand: workflows and what they include, SQL, bodies of requests and mails, shell scripts. */
const mayName = ['.dig', '.yml', '.yaml', '.sql', '.json', '.txt', '.html', '.sh'];
/** More files are not looked into. */
const mostFiles = 300;

/** Names of secrets: those that the project uses, and those that the task's operator asks for. Their values are never looked at. */
export function secretOffers(catalog: Catalog, { keys, key }: Typed, own: string, files: Files | undefined): Offer[] {
  const operator = operatorOf(catalog, key === undefined ? keys : [...keys, key]);
  const offers = new Map<string, Offer>();
  for (const { name, meaning } of operator?.secrets ?? []) {
    offers.set(name, { label: name, kind: 'secret', detail: meaning, rank: '2' });
  }
  for (const text of [own, ...(files ? textsAround(files) : [])]) {
    for (const [, name = ''] of text.matchAll(/\$\{\s*secret:\s*([\w.@-]+)\s*\}/g)) {
      offers.set(name, { label: name, kind: 'secret', rank: '1' });
    }
  }
  return [...offers.values()];
}

/** The texts of the project's workflows, and of the files beside and below the one in which is typed. */
function textsAround(files: Files): string[] {
  const below = filesNamed(files, mayName, '').filter(({ kind }) => kind === 'file');
  const paths = new Set([...files.project.workflows, ...below.map(({ label }) => join(dirname(files.path), label))]);
  return [...paths].slice(0, mostFiles).map((path) => files.fs.read(path)?.text ?? '');
}
