import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver/node';
import { valuesChangedNotification } from './protocol.ts';
import type { ClientFacts } from './services.ts';

// What a client is told when it has to ask again although no text has changed. None of it waits for an answer.

/** Inlay hints may be others. */
export function refreshHints({ languages, console }: Connection, client: ClientFacts): void {
  if (client.refreshesHints) warned(console, languages.inlayHint.refresh());
}

/** Code lenses may be others. */
export function refreshLenses(connection: Connection, client: ClientFacts): void {
  if (client.refreshesLenses) warned(connection.console, connection.sendRequest(CodeLensRefreshRequest.type));
}

/** All values may be others: to clients that know of the message. */
export function tellValuesChanged(connection: Connection): void {
  warned(connection.console, connection.sendNotification(valuesChangedNotification));
}

function warned(console: Connection['console'], sent: Promise<unknown>): void {
  sent.catch((error: unknown) => console.warn(`What is shown may be that of before: ${String(error)}`));
}
