import { dirname, join } from '../../../core/project/paths.ts';
import { type Files, filesNamed } from './files.ts';
import type { Offer } from './offer.ts';

/** More files than anyone's `rb>` tasks need. */
const mostFiles = 100;

/** What `rb>` can call: the public methods of the files that `require` names in the workflow; where it names none, of all that lie below it. */
export function rubyCallables(files: Files): Offer[] {
  const { fs, path } = files;
  const named = requiredIn(fs.read(path)?.text ?? '');
  const labels = filesNamed(files, ['.rb'], '').flatMap(({ kind, label }) => (kind === 'file' ? [label] : []));
  const wanted = named.size > 0 ? labels.filter((label) => named.has(label)) : labels;
  return wanted
    .filter((label) => !label.startsWith('..'))
    .slice(0, mostFiles)
    .flatMap((label) => methodsIn(fs.read(join(dirname(path), label))?.text ?? '', label));
}

/** The Ruby files that a workflow requires, as they are named from its directory. */
function requiredIn(workflow: string): Set<string> {
  const names = [...workflow.matchAll(/\brequire['"]?[ \t]*:[ \t]*['"]?([\w./-]+)/g)];
  return new Set(names.map(([, name = '']) => `${name.replace(/^\.\//, '').replace(/\.rb$/, '')}.rb`));
}

interface Scope {
  readonly indent: number;
  readonly name: string;
  isPrivate: boolean;
}

const definition =
  /^([ \t]*)(?:(?:module|class)[ \t]+([A-Z]\w*(?:::[A-Z]\w*)*)|def[ \t]+(?:self\.)?([a-z]\w*[?!]?)(?![\w=])[ \t]*(\([^)\n]*\)?)?|(private|protected|public)[ \t]*$)/gm;

/** `def` at the margin, and in modules and classes as `Module::Class.method`, told by the indentation. */
function methodsIn(source: string, file: string): Offer[] {
  const offers: Offer[] = [];
  const scopes: Scope[] = [];
  for (const [, blanks = '', scope, method, parameters = '', visibility] of source.matchAll(definition)) {
    while ((scopes.at(-1)?.indent ?? -1) >= blanks.length) scopes.pop();
    const around = scopes.at(-1);
    if (scope !== undefined) scopes.push({ indent: blanks.length, name: scope, isPrivate: false });
    else if (visibility !== undefined && around) around.isPrivate = visibility !== 'public';
    else if (method !== undefined && method !== 'initialize' && !around?.isPrivate) {
      const path = scopes.map(({ name }) => name).join('::');
      const label = path === '' ? method : `${path}.${method}`;
      offers.push({ label, kind: 'function', rank: '1', detail: parameters === '' ? file : `${parameters} ${file}` });
    }
  }
  return [...new Map(offers.map((offer) => [offer.label, offer])).values()];
}
