import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import { malformed, type Needed } from './params.ts';
import { turn } from './turns.ts';
import type { OpenDocument } from './workspace/openDocument.ts';

/** A request about a document. A handler that waits asks `token` behind each wait. */
export type DocumentHandler<P, R> = (document: OpenDocument, params: P, token: CancellationToken) => R | Promise<R>;

interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/** Requests that take longer are told in the log. */
const slow = 200;

/** From when to when a server answers. */
type Phase = 'before initialize' | 'serving' | 'after shutdown';

/** What all handlers of a server share. */
interface State {
  phase: Phase;
  /** Requests that wait for their turn. */
  waiting: number;
}

/**
 * The one wrapper around all request handlers: refuses what is malformed or comes at the wrong time, finds the document, honours cancellation, does not
 * answer for a text that has changed meanwhile, turns what is thrown into an error of the protocol, and tells what was slow.
 */
export class Handlers {
  readonly #connection: Connection;
  readonly #ready: (document?: OpenDocument) => Promise<void>;
  readonly #find: (uri: string) => OpenDocument | undefined;
  readonly #state: State;
  readonly #needs: readonly Needed[];

  /** @param ready resolves when requests, or those about a document, can be answered */
  constructor(
    connection: Connection,
    ready: (document?: OpenDocument) => Promise<void>,
    find: (uri: string) => OpenDocument | undefined,
    state: State = { phase: 'before initialize', waiting: 0 },
    needs: readonly Needed[] = [],
  ) {
    this.#connection = connection;
    this.#ready = ready;
    this.#find = find;
    this.#state = state;
    this.#needs = needs;
  }

  set phase(phase: Phase) {
    this.#state.phase = phase;
  }

  /** Whether someone waits for an answer that is not being worked on yet. */
  get isWaitedFor(): boolean {
    return this.#state.waiting > 0;
  }

  /** The same for requests that carry these beside a document. */
  taking(...needs: readonly Needed[]): Handlers {
    return new Handlers(this.#connection, this.#ready, this.#find, this.#state, needs);
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
    return this.#guarded(name, ['textDocument', ...this.#needs], async (params: P, token) => {
      const document = this.#find(params.textDocument.uri);
      const handler = document?.isTemplate ? inTemplate : inWorkflow;
      if (!document || !handler) return nothing;
      const { version } = document;
      await this.#turnOf(document);
      if (token.isCancellationRequested) return cancelled();
      if (document.version !== version) return outdated();
      const answer = await handler(document, params, token);
      if (token.isCancellationRequested) return cancelled();
      return document.version === version ? answer : outdated();
    });
  }

  /** A request about something else. */
  request<P, R>(name: string, handler: (params: P, token: CancellationToken) => Promise<R>) {
    return this.#guarded(name, this.#needs, handler);
  }

  /** Resolves when the document can be asked about, and a cancellation that has already arrived has been read. */
  async #turnOf(document: OpenDocument): Promise<void> {
    this.#state.waiting++;
    try {
      await this.#ready(document);
      await turn();
    } finally {
      this.#state.waiting--;
    }
  }

  #guarded<P, R>(
    name: string,
    needs: readonly Needed[],
    handler: (params: P, token: CancellationToken) => Promise<R | ResponseError>,
  ) {
    return async (params: P, token: CancellationToken): Promise<R | ResponseError> => {
      const { phase } = this.#state;
      if (phase === 'before initialize') return new ResponseError(ErrorCodes.ServerNotInitialized, 'not initialized');
      if (phase === 'after shutdown') return new ResponseError(ErrorCodes.InvalidRequest, 'the server is shut down');
      const wrong = malformed(params, needs);
      if (wrong !== undefined) return new ResponseError(ErrorCodes.InvalidParams, `${name}: ${wrong}`);
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
