import {
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
  SymbolKind,
} from 'vscode-languageserver/node';
import type { Feature, Services } from '../services.ts';
import { pathOf } from '../workspace/paths.ts';

/** Call hierarchy: who calls or requires a workflow, and what it calls. */
export const callHierarchy: Feature = {
  capabilities: { callHierarchyProvider: true },
  register(services) {
    const { languages } = services.connection;
    const { handlers } = services;
    languages.callHierarchy.onPrepare(
      handlers
        .taking('position')
        .document<CallHierarchyPrepareParams, CallHierarchyItem[]>('calls', [], (document, { position }) => {
          if (document.detached) return [];
          return [itemOf(services, services.analysis.workflowAt(services, document, document.offsetAt(position)))];
        }),
    );
    languages.callHierarchy.onIncomingCalls(
      handlers
        .taking('item')
        .request<CallHierarchyIncomingCallsParams, CallHierarchyIncomingCall[]>(
          'incoming calls',
          async ({ item }, token) => {
            const isCancelled = () => token.isCancellationRequested;
            const calls = await services.analysis.calledBy(services, pathOf(item.uri), isCancelled);
            return calls.map(({ path, places }) => ({
              from: itemOf(services, path),
              fromRanges: places.map((place) => services.range(place)),
            }));
          },
        ),
    );
    languages.callHierarchy.onOutgoingCalls(
      handlers
        .taking('item')
        .request<CallHierarchyOutgoingCallsParams, CallHierarchyOutgoingCall[]>('outgoing calls', async ({ item }) =>
          services.analysis.callsOf(services, pathOf(item.uri)).map(({ path, places }) => ({
            to: itemOf(services, path),
            fromRanges: places.map((place) => services.range(place)),
          })),
        ),
    );
  },
};

function itemOf(services: Services, path: string): CallHierarchyItem {
  const { uri, range } = services.location({ path, start: 0, end: 0 });
  return { name: services.projects.of(path).nameOf(path), kind: SymbolKind.File, uri, range, selectionRange: range };
}
