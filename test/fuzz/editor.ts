import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { questions } from '../protocol/questions.ts';
import { fullCapabilities, TestConnection } from '../protocol/testConnection.ts';
import type { Random } from '../support/random.ts';
import { around } from './target.ts';

const files = Object.fromEntries(Object.entries(around).map(([path, text]) => [path.replace('/p/', ''), text]));

/** One language server that gets text after text into one document, and is asked everything about each. */
export class Editor {
  readonly #connection = new TestConnection({ files, capabilities: fullCapabilities });
  #uri: string | undefined;

  /** What the server answers with an error, or writes into its log as one; undefined where all is well. */
  async fault(text: string, random: Random): Promise<string | undefined> {
    const connection = this.#connection;
    if (this.#uri === undefined) this.#uri = await connection.open('main.dig', text);
    else await connection.change(this.#uri, text);
    const uri = this.#uri;
    const lines = text.slice(0, random.below(text.length + 1)).split('\n');
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const params = { textDocument: { uri }, position };
    const answers = Object.entries(questions).map(([method, more]) =>
      connection.request(`textDocument/${method}`, { ...params, ...more }).then(
        () => null,
        (error: unknown) => said(error),
      ),
    );
    const faults = await Promise.all(answers);
    await connection.diagnostics(uri);
    connection.published.length = 0;
    const logged = connection.errors.splice(0);
    return [...logged, ...faults].find((wrong) => wrong !== null);
  }

  dispose(): Promise<void> {
    return this.#connection.dispose();
  }
}

/** That something cannot be renamed is an answer too: what a handler throws stands in the log. */
function said(error: unknown): string | null {
  if (!(error instanceof ResponseError)) return String(error);
  return error.code === LSPErrorCodes.RequestFailed ? null : error.message;
}
