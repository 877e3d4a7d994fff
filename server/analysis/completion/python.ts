import { dirname, join, relative } from '../../../core/project/paths.ts';
import type { Files } from './files.ts';
import type { Offer } from './offer.ts';

/** In a project with more modules their names alone are offered until one is typed. */
const mostModules = 100;
const skipped = new Set(['node_modules', '__pycache__', 'venv', 'site-packages']);

/** What `py>` can call: `module.function` and `module.Class.method` of the files beside the workflow. */
export function pythonCallables(files: Files, typed: string): Offer[] {
  const modules = modulesOf(files);
  const asked =
    modules.length > mostModules
      ? modules.filter(({ name }) => typed.startsWith(`${name}.`)).slice(0, mostModules)
      : modules;
  const names = modules.length > asked.length ? modules.map(({ name }) => moduleOffer(name)) : [];
  return [...asked.flatMap(({ name, path }) => callablesIn(name, files.fs.read(path)?.text ?? '')), ...names];
}

function modulesOf({ fs, path }: Files): { readonly name: string; readonly path: string }[] {
  const top = dirname(path);
  const found: { readonly name: string; readonly path: string }[] = [];
  const queue = [top];
  for (let at = queue.shift(); at !== undefined && found.length < 1000; at = queue.shift()) {
    for (const name of fs.list(at)) {
      const child = join(at, name);
      if (name.startsWith('.') || skipped.has(name)) continue;
      if (name.endsWith('.py')) {
        const module = relative(top, child)
          .slice(0, -'.py'.length)
          .replaceAll('/', '.')
          .replace(/\.?__init__$/, '');
        if (/^[A-Za-z_][\w.]*$/.test(module)) found.push({ name: module, path: child });
      } else if (!name.includes('.') && fs.kind(child) === 'directory') queue.push(child);
    }
  }
  return found;
}

/** `def` and `class` at the margin, and the methods of the latter; those that begin with `_` are not for others. */
function callablesIn(module: string, source: string): Offer[] {
  const offers: Offer[] = [];
  let inClass: string | undefined;
  let indent = '';
  for (const [, blanks = '', kind, name = '', rest = ''] of source.matchAll(
    /^([ \t]*)(def|class)[ \t]+([A-Za-z_]\w*)[ \t]*(\([^)\n]*\)?)?/gm,
  )) {
    if (blanks === '') inClass = kind === 'class' ? name : undefined;
    if (blanks === '') indent = '';
    else indent ||= blanks;
    if (kind !== 'def' || name.startsWith('_')) continue;
    if (blanks === '') offers.push(callable(`${module}.${name}`, rest));
    else if (inClass !== undefined && blanks === indent) offers.push(callable(`${module}.${inClass}.${name}`, rest));
  }
  return offers;
}

function callable(label: string, parameters: string): Offer {
  return { label, kind: 'function', rank: '1', ...(parameters !== '' && { detail: parameters }) };
}

function moduleOffer(name: string): Offer {
  return { label: `${name}.`, kind: 'folder', rank: '2', goesOn: true };
}
