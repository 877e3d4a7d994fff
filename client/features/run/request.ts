import { flatParams } from '../../platform/runSettings.ts';
import { type RunDefinition, readDefinition } from './definition.ts';

/** What is kept of a run so that it can be started again: never the value of a parameter that may be a secret. */
export interface RunRequest {
  readonly definition: RunDefinition;
  /** Names of parameters that were given and are not kept. */
  readonly hidden: readonly string[];
  /** The URI of the workspace folder; absent where the workflow lies in none. */
  readonly folder?: string;
  /** The workflow's file: absolute. */
  readonly file: string;
}

const secretive = /passw|secret|token|credential|api_?key|private|auth/i;

/** Whether a parameter of this name is more likely than not a secret: its value is never stored in clear. */
export function isSecretive(name: string): boolean {
  return secretive.test(name);
}

export function requestOf(definition: RunDefinition, file: string, folder: string | undefined): RunRequest {
  const given = Object.entries(flatParams(definition.params));
  const kept = Object.fromEntries(given.filter(([name]) => !isSecretive(name)));
  const { params: _, ...rest } = definition;
  return {
    definition: given.length === 0 ? rest : { ...rest, params: kept },
    hidden: given.map(([name]) => name).filter(isSecretive),
    file,
    ...(folder === undefined ? {} : { folder }),
  };
}

/** Reads what a journal holds: another Digkit may have written it. */
export function readRequest(value: unknown): RunRequest | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { definition, hidden, folder, file } = value as Readonly<Record<string, unknown>>;
  const read =
    typeof definition === 'object' && definition !== null
      ? readDefinition(definition as Readonly<Record<string, unknown>>)
      : undefined;
  if (!read || typeof file !== 'string') return undefined;
  return {
    definition: read,
    hidden: Array.isArray(hidden) ? hidden.filter((name) => typeof name === 'string') : [],
    file,
    ...(typeof folder === 'string' ? { folder } : {}),
  };
}
