import { builtInCatalog, Catalog } from '../catalog/catalog.ts';
import { type DeclaredOperator, readDeclarations } from '../catalog/declared/read.ts';
import type { Target } from '../catalog/targets/target.ts';
import type { Operator } from '../catalog/types.ts';
import type { Place } from '../rules/finding.ts';
import { type Text, text } from '../text/text.ts';
import { declarationFolder } from './declarationFolder.ts';
import { join } from './paths.ts';
import type { Project } from './project.ts';

export interface DeclaredOperators {
  readonly operators: readonly Operator[];
  readonly problems: readonly (Place & { readonly message: Text })[];
}

/** The operators that files of `.digkit/operators` describe, of the project and of the workspace folder around it; the project's win. */
export function declaredOperators({ fs, directory, top }: Project): DeclaredOperators {
  const operators = new Map<string, Operator>();
  const problems: (Place & { readonly message: Text })[] = [];
  for (const at of new Set([directory, top])) {
    const folder = join(at, declarationFolder);
    const here = new Map<string, string>();
    for (const file of fs.list(folder)) {
      if (!file.endsWith('.json')) continue;
      const path = join(folder, file);
      const read = readDeclarations(fs.read(path)?.text ?? '');
      problems.push(...read.problems.map(({ start, end, message }) => ({ path, start, end, message })));
      for (const declared of read.operators) {
        const { operator, start, end } = declared;
        const message = overridden(declared, here.get(operator.name));
        if (message) problems.push({ path, start, end, message });
        here.set(operator.name, here.get(operator.name) ?? file);
        if (!operators.has(operator.name)) operators.set(operator.name, operator);
      }
    }
  }
  return { operators: [...operators.values()], problems };
}

function overridden({ operator: { name } }: DeclaredOperator, other: string | undefined): Text | undefined {
  if (builtInCatalog.operator(name)) return text('Digdag has {0}> itself, and its own operator wins.', name);
  return other === undefined ? undefined : text('{0}> is declared in {1} already.', name, other);
}

/** All words that the workflows of a project may use, where they run. */
export function catalogOf(project: Project, target: Target): Catalog {
  const catalogs = project.once(noCatalogs);
  const { operators } = project.once(declaredOperators);
  const known = catalogs.get(target);
  if (known) return known;
  const catalog = operators.length === 0 && target === 'digdag' ? builtInCatalog : new Catalog(operators, target);
  catalogs.set(target, catalog);
  return catalog;
}

function noCatalogs(): Map<Target, Catalog> {
  return new Map();
}
