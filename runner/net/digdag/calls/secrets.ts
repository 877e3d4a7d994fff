import { readSecret, readSecretKey, type Secret, type SecretKey } from '../answers/secret.ts';
import { type Call, get, remove, sendJson } from '../call.ts';
import { inField, listOf } from '../read.ts';
import { path } from '../target.ts';

/** The keys of a project's secrets; none where the server has no key to encrypt them with. */
export function listSecrets(projectId: string): Call<SecretKey[]> {
  return get(path`/api/projects/${projectId}/secrets`, inField('secrets', listOf(readSecretKey)));
}

/** Sets a secret: a key of 255 characters, a value of 16 KiB at most. A server that cannot encrypt answers 500. */
export function setSecret(projectId: string, key: string, value: string): Call<Secret> {
  return sendJson('PUT', path`/api/projects/${projectId}/secrets/${key}`, { value }, readSecret);
}

/** Deletes a secret; a missing one is no error. */
export function deleteSecret(projectId: string, key: string): Call<Secret> {
  return remove(path`/api/projects/${projectId}/secrets/${key}`, readSecret);
}
