import { Journal } from '../../runner/journal/journal.ts';
import { askEditor, type SecretChannel } from '../../runner/secrets/editorSecrets.ts';

/** Set by an editor that starts a run (client/features/run/editorLink.ts). */
const variable = 'DIGKIT_EDITOR';

/** What an editor wants of a run that it starts, and gives to it. */
export interface EditorLink {
  /** The directory of journals, and what stands in this one's first line. */
  readonly journal?: { readonly directory: string; readonly request: unknown };
  readonly secrets?: SecretChannel;
}

/** Takes the link out of the environment: what the workflow starts must not have it. */
export function takeEditorLink(env: Record<string, string | undefined>): EditorLink {
  const written = env[variable];
  delete env[variable];
  if (written === undefined) return {};
  try {
    return readLink(JSON.parse(written));
  } catch {
    return {}; // set by something else
  }
}

function readLink(value: unknown): EditorLink {
  if (typeof value !== 'object' || value === null) return {};
  const { journal, secrets } = value as { readonly journal?: unknown; readonly secrets?: unknown };
  return {
    ...(isRecord(journal) && typeof journal.directory === 'string'
      ? { journal: { directory: journal.directory, request: journal.request } }
      : {}),
    ...(isRecord(secrets) && typeof secrets.socket === 'string' && typeof secrets.token === 'string'
      ? { secrets: { socket: secrets.socket, token: secrets.token } }
      : {}),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

export function journalOf({ journal }: EditorLink, warn: (message: string) => void): Journal | undefined {
  if (!journal) return undefined;
  const failed = (reason: string): void =>
    warn(`digkit run: the editor's record of this run cannot be written: ${reason}`);
  return new Journal(journal.directory, journal.request, failed);
}

export async function secretsOf(
  { secrets }: EditorLink,
  warn: (message: string) => void,
): Promise<ReadonlyMap<string, string>> {
  if (!secrets) return new Map();
  const given = await askEditor(secrets);
  if (!given) warn('digkit run: the editor does not answer: its secrets are not known to this run');
  return given ?? new Map();
}
