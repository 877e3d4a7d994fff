import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** A folder that VS Code opens: a copy of the example. */
export class Workspace {
  readonly #base = mkdtempSync(join(tmpdir(), 'digkit-e2e-'));
  readonly directory = join(this.#base, 'web-powered');

  /** @param port of the service that main.dig is to call */
  constructor(port: number) {
    const filter = (source: string) => basename(source) !== '.digdag';
    cpSync(join('examples', 'web-powered'), this.directory, { recursive: true, filter });
    this.edit('main.dig', (text) => text.replace('127.0.0.1:8321', `127.0.0.1:${port}`));
  }

  path(name: string): string {
    return join(this.directory, name);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  remove(name: string): void {
    rmSync(this.path(name));
  }

  edit(name: string, change: (text: string) => string): void {
    this.write(name, change(readFileSync(this.path(name), 'utf8')));
  }

  dispose(): void {
    rmSync(this.#base, { recursive: true, force: true });
  }
}
