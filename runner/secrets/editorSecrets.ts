import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';

/** How long an editor may take to answer. */
const patience = 5000;

/** Where an editor gives secrets to the runs that it starts, and what this run shows for it. */
export interface SecretChannel {
  /** A socket that only this user can reach. */
  readonly socket: string;
  readonly token: string;
}

/**
 * The secrets that the editor keeps for the project of a run. They come through a socket: variables of the environment and arguments can be read by
 * others, and an editor stores them with its terminals.
 * @returns undefined where the editor is gone or does not know the token
 */
export async function askEditor({ socket, token }: SecretChannel): Promise<ReadonlyMap<string, string> | undefined> {
  const connection = createConnection(socket);
  connection.setTimeout(patience, () => connection.destroy(new Error('no answer')));
  try {
    connection.end(token);
    const answer: unknown = JSON.parse(await text(connection));
    return Array.isArray(answer) ? new Map(answer.filter(isEntry)) : undefined;
  } catch {
    return undefined; // its caller tells that there are none
  }
}

function isEntry(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');
}
