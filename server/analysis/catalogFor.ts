import { Catalog } from '../../core/catalog/catalog.ts';
import type { Operator } from '../../core/catalog/types.ts';
import { catalogOf, declaredOperators } from '../../core/project/declaredOperators.ts';
import type { Project } from '../../core/project/project.ts';
import type { Services } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';

/** The words that a document may use: Digdag's, those of where it runs, and operators that its project or the settings bring. */
export function catalogFor(services: Services, document: OpenDocument): Catalog {
  const { operators: names, target } = services.settings(document);
  const project = document.detached ? undefined : services.projects.of(document.path);
  const named = names.map(namedOperator);
  if (!project) return new Catalog(named, target);
  return named.length === 0 ? catalogOf(project, target) : new Catalog([...named, ...declared(project)], target);
}

function declared(project: Project): readonly Operator[] {
  return project.once(declaredOperators).operators;
}

/** All that is known of an operator that a setting names. */
function namedOperator(name: string): Operator {
  return {
    name,
    summary: '',
    command: { type: ['any'], meaning: '' },
    parameters: [],
    unknownKeys: 'template-variables',
    honoursRetry: true,
  };
}
