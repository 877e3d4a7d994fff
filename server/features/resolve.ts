import { type ResolveParams, type ResolveResult, resolveRequest } from '../protocol.ts';
import type { Feature } from '../services.ts';

/** `digkit/resolve`: a workflow with includes, exports, loops and calls resolved, as a text. */
export const resolve: Feature = {
  capabilities: {},
  register(services) {
    services.connection.onRequest<ResolveResult | null, void>(
      resolveRequest,
      services.handlers.request<ResolveParams, ResolveResult | null>('resolved workflow', async ({ uri }, token) => {
        const { signal, release } = services.analysis.signalOf(token);
        try {
          const found = await services.analysis.resolveFile(services, uri, signal);
          if (!found) return null;
          const tasks = found.tasks.map(({ line, place }) => ({ line, ...services.location(place) }));
          return { text: found.text, tasks };
        } finally {
          release();
        }
      }),
    );
  },
};
