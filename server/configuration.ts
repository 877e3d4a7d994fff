import type { Connection } from 'vscode-languageserver/node';
import { defaultSettings, readSettings, type Settings } from './settings.ts';

/** The client's settings for each document: asked for once, until the client says that some changed. */
export class Configuration {
  readonly #connection: Connection;
  readonly #byUri = new Map<string, Promise<Settings>>();
  readonly #loaded = new Map<string, Settings>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** What is known now. */
  now(uri: string): Settings {
    return this.#loaded.get(uri) ?? defaultSettings;
  }

  load(uri: string): Promise<Settings> {
    const loading = this.#byUri.get(uri) ?? this.#ask(uri);
    this.#byUri.set(uri, loading);
    return loading;
  }

  forget(uri: string): void {
    this.#byUri.delete(uri);
    this.#loaded.delete(uri);
  }

  clear(): void {
    this.#byUri.clear();
  }

  async #ask(uri: string): Promise<Settings> {
    let settings = defaultSettings;
    try {
      settings = readSettings(await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'digkit' }));
    } catch (error) {
      this.#connection.console.warn(`The settings could not be read, the defaults are used: ${String(error)}`);
    }
    this.#loaded.set(uri, settings);
    return settings;
  }
}
