import { type DocumentSymbol, type DocumentSymbolParams, SymbolKind } from 'vscode-languageserver/node';
import type { TaskNode } from '../../core/workflow/taskNode.ts';
import type { Feature, Services } from '../services.ts';

/** The outline: the tasks of a file. */
export const documentSymbol: Feature = {
  capabilities: { documentSymbolProvider: true },
  register(services) {
    services.connection.onDocumentSymbol(
      services.handlers.document<DocumentSymbolParams, DocumentSymbol[]>('document symbols', [], (document) => {
        const root = services.analysis.rootOf(services.checked(document));
        return root ? symbolsOf(services, root, document.path) : [];
      }),
    );
  },
};

/** Deeper tasks are left out: no outline shows them, and a client walks over them with recursion. */
const deepest = 100;

function symbolsOf(services: Services, parent: TaskNode, path: string, depth = 0): DocumentSymbol[] {
  if (depth > deepest) return [];
  return parent.children.flatMap((node) => {
    const { entry } = node;
    const children = symbolsOf(services, node, path, depth + 1);
    if (entry?.path !== path) return children;
    const end = entry.value.path === path ? Math.max(entry.keyEnd, entry.value.end) : entry.keyEnd;
    return [
      {
        name: node.body ?? node.name,
        detail: node.operators.map(({ name }) => `${name}>`).join(' '),
        kind: kindOf(node),
        range: services.range({ path, start: entry.keyStart, end }),
        selectionRange: services.range(entry.keyPlace),
        children,
      },
    ];
  });
}

function kindOf({ kind, body }: TaskNode): SymbolKind {
  if (body !== null) return SymbolKind.Event;
  return kind === 'operator' ? SymbolKind.Function : SymbolKind.Namespace;
}
