import { existsSync, readFileSync } from 'node:fs';
import type { Position, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { commands } from '../../../server/protocol.ts';
import { TestConnection, uriOf, vscodeCapabilities } from '../testConnection.ts';

const path = '../shared/conformance/third-party/corpus.jsonl';

/** A real workflow, and what Digdag says of it. */
interface Recording {
  readonly id: string;
  readonly ok: boolean;
  readonly text: string;
  /** The full names of its tasks. */
  readonly taskNames?: readonly string[];
  /** The other files of its project; only their names are known. */
  readonly projectFiles?: readonly string[];
  readonly includes?: Readonly<Record<string, string>>;
}

/**
 * Some of the real workflows that lie beside the repository; none where they do not.
 * @param every of as many one is taken
 */
export function realWorkflows(every: number): Recording[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.filter((_, index) => index % every === 0).map((line) => JSON.parse(line));
}

/** A real workflow, open in its project. */
export class OpenWorkflow {
  readonly id: string;
  readonly connection: TestConnection;
  readonly document: TextDocument;
  readonly uri: string;

  constructor(readonly recording: Recording) {
    const { id, text, projectFiles = [], includes = {} } = recording;
    this.id = id;
    const name = id.slice(id.lastIndexOf('/') + 1);
    const others = Object.fromEntries(projectFiles.map((file) => [file, '']));
    this.connection = new TestConnection({
      files: { ...others, ...includes, [name]: text },
      initializationOptions: { commands: Object.values(commands) },
      capabilities: vscodeCapabilities,
    });
    this.uri = uriOf(name);
    this.document = TextDocument.create(this.uri, 'digdag', 1, text);
  }

  get text(): string {
    return this.recording.text;
  }

  /** The workflow and what it includes, by URI. */
  get files(): Map<string, string> {
    const included = Object.entries(this.recording.includes ?? {}).map(([name, text]) => [uriOf(name), text] as const);
    return new Map([...included, [this.uri, this.text]]);
  }

  async open(): Promise<this> {
    await this.connection.open(this.uri, this.text);
    return this;
  }

  /** @returns what the server wrote into its log as an error */
  async close(): Promise<readonly string[]> {
    await this.connection.dispose();
    return this.connection.errors;
  }

  ask<R>(method: string, params: object = {}): Promise<R> {
    return this.connection.request(`textDocument/${method}`, { textDocument: { uri: this.uri }, ...params });
  }

  /** The places behind the first matches of a pattern. */
  cursors(pattern: RegExp, most = 6): Position[] {
    const matches = [...this.text.matchAll(pattern)].slice(0, most);
    return matches.map(({ 0: found, index }) => this.document.positionAt(index + found.length));
  }

  textAt(range: Range): string {
    return this.document.getText(range);
  }
}
