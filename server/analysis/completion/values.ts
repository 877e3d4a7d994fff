import type { Catalog } from '../../../core/catalog/catalog.ts';
import type { FileReference, Parameter } from '../../../core/catalog/types.ts';
import type { FileSystem } from '../../../core/project/fileSystem.ts';
import { basename, dirname, join, relative } from '../../../core/project/paths.ts';
import type { Project } from '../../../core/project/project.ts';
import { meaningOf, operatorOf, surroundingsOf } from '../position/surroundings.ts';
import type { Typed } from '../position/typed.ts';
import type { Offer } from './offer.ts';

/** The file in which is typed, with what is around it; absent of documents that have no files. */
export interface Files {
  readonly fs: FileSystem;
  readonly path: string;
  readonly project: Project;
}

/** More names than these are no help. */
const mostFiles = 500;

/** The values that may stand behind a key, as far as they are few. */
export function valueOffers(catalog: Catalog, { levels, keys, key }: Typed, files: Files | undefined): Offer[] {
  if (key === undefined) return [];
  const all = [...keys, key];
  if (key === 'timezone') return zones();
  if (key === '_after') return keys.filter((name) => name.startsWith('+')).map((name) => value(name));
  if (key.startsWith('!include')) return files ? named(files, ['.dig', '.yml', '.yaml']) : [];
  if (key.endsWith('>')) return files ? commandFiles(catalog, all, files) : [];
  const meaning = meaningOf(catalog, surroundingsOf(catalog, levels, all), key);
  if (meaning?.kind === 'parameter') return parameterValues(meaning.parameter);
  return meaning?.kind === 'option' && meaning.option.type.includes('boolean') ? booleans() : [];
}

function parameterValues({ type, enum: values }: Parameter): Offer[] {
  return [...(values ?? []).map((one) => value(one)), ...(type.includes('boolean') ? booleans() : [])];
}

function commandFiles(catalog: Catalog, keys: readonly string[], files: Files): Offer[] {
  const operator = operatorOf(catalog, keys);
  if (operator?.name === 'require') {
    return files.project.workflows.map((path) => value(basename(path, '.dig'), 'file'));
  }
  return (operator?.files ?? [])
    .filter((reference) => reference.value === 'command' && reference.kind !== 'write')
    .flatMap((reference) => named(files, extensionsOf(reference)));
}

function extensionsOf({ extensions, addExtension, kind }: FileReference): readonly string[] {
  if (extensions) return extensions;
  if (addExtension) return [addExtension];
  return kind === 'maybe-script' ? ['.sh'] : [];
}

/** Files with these endings in the directory of the file and below, as they are written there. */
function named({ fs, path }: Files, extensions: readonly string[]): Offer[] {
  const directory = dirname(path);
  const found: Offer[] = [];
  const queue = [directory];
  for (let at = queue.shift(); at !== undefined && found.length < mostFiles; at = queue.shift()) {
    for (const name of fs.list(at)) {
      const child = join(at, name);
      if (name.startsWith('.') || name === 'node_modules' || child === path) continue;
      if (extensions.some((extension) => name.endsWith(extension)))
        found.push(value(relative(directory, child), 'file'));
      else if (!name.includes('.') && fs.kind(child) === 'directory') queue.push(child);
    }
  }
  return found;
}

function zones(): Offer[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => value(zone));
}

function booleans(): Offer[] {
  return [value('true'), value('false')];
}

function value(label: string, kind: 'value' | 'file' = 'value'): Offer {
  return { label, kind, rank: '1' };
}
