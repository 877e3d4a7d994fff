import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { turn } from './turns.ts';
import type { OpenDocument } from './workspace/openDocument.ts';

/** A request about a document. A handler that waits asks `token` behind each wait. */
export type DocumentHandler<P, R> = (document: OpenDocument, params: P, token: CancellationToken) => R | Promise<R>;

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** Requests that take longer are told in the log. */
const slow = 200;

/**
 * The one wrapper around all request handlers: finds the document, honours cancellation, refuses to answer for a text that has changed meanwhile,
 * turns what is thrown into an error of the protocol, and tells what was slow.
 */
export class Handlers {
  readonly #connection: Connection;
  readonly #ready: (document?: OpenDocument) => Promise<void>;
  readonly #find: (uri: string) => OpenDocument | undefined;

  /** @param ready resolves when requests, or those about a document, can be answered */
  constructor(
    connection: Connection,
    ready: (document?: OpenDocument) => Promise<void>,
    find: (uri: string) => OpenDocument | undefined,
  ) {
    this.#connection = connection;
    this.#ready = ready;
    this.#find = find;
  }

  /**
   * @param nothing the answer for a document that is not open
   * @param inTemplate answers for SQL files and other templates of tasks; without it nothing is to be said in them
   */
  document<P extends AboutDocument, R>(
    name: string,
    nothing: R,
    inWorkflow: DocumentHandler<P, R>,
    inTemplate?: DocumentHandler<P, R>,
  ) {
    return this.request(name, async (params: P, token) => {
      const document = this.#find(params.textDocument.uri);
      const handler = document?.isTemplate ? inTemplate : inWorkflow;
      if (!document || !handler) return nothing;
      const { version } = document;
      await this.#ready(document);
      await turn(); // a cancellation that has already arrived is read first
      if (token.isCancellationRequested) return cancelled();
      if (document.version !== version) return outdated();
      const answer = await handler(document, params, token);
      if (token.isCancellationRequested) return cancelled();
      return document.version === version ? answer : outdated();
    });
  }

  /** A request about something else. */
  request<P, R>(name: string, handler: (params: P, token: CancellationToken) => Promise<R>) {
    return async (params: P, token: CancellationToken): Promise<R | ResponseError> => {
      const started = performance.now();
      try {
        await this.#ready();
        return await handler(params, token);
      } catch (error) {
        if (token.isCancellationRequested) return cancelled();
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
        this.#connection.console.error(`${name} failed: ${reason}`);
        return new ResponseError(LSPErrorCodes.RequestFailed, `${name} failed: ${reason.split('\n', 1)[0]}`);
      } finally {
        const took = performance.now() - started;
        if (took > slow) this.#connection.console.debug(`${name} took ${took.toFixed(0)} ms`);
      }
    };
  }
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
}

function outdated(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');
}
