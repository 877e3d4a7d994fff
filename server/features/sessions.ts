import { type SessionsParams, type SessionsResult, sessionsRequest } from '../protocol.ts';
import type { Feature } from '../services.ts';

/** `digkit/sessions`: what can be chosen as the session of a file, and what is. */
export const sessions: Feature = {
  capabilities: {},
  register(services) {
    services.connection.onRequest<SessionsResult | null, void>(
      sessionsRequest,
      services.handlers
        .taking('uri')
        .request<SessionsParams, SessionsResult | null>(
          'sessions',
          async ({ uri }) => services.analysis.sessionsOf(services, uri) ?? null,
        ),
    );
  },
};
