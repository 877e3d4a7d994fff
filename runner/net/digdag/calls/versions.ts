import { readServerVersion, readVersionCheck, type ServerVersion, type VersionCheck } from '../answers/version.ts';
import { type Call, get } from '../call.ts';
import { query } from '../target.ts';

/** Which Digdag a server is. The one call that needs no authentication. */
export function getVersion(): Call<ServerVersion> {
  return get('/api/version', readServerVersion);
}

/** Whether a client of a version may speak to the server: Digdag's own asks this first. */
export function checkVersion(client: string): Call<VersionCheck> {
  return get(`/api/version/check${query({ client })}`, readVersionCheck);
}
