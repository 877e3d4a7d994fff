import type { Memento } from 'vscode';
import { isSecretive } from './request.ts';

/** The parameters that a person last gave to each workflow, kept with the workspace: none that may be a secret. */
export class RememberedParameters {
  constructor(private readonly state: Memento) {}

  of(file: string): Readonly<Record<string, string>> {
    const kept: unknown = this.state.get(keyOf(file));
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'string'));
  }

  async keep(file: string, params: Readonly<Record<string, string>>): Promise<void> {
    const harmless = Object.entries(params).filter(([name]) => !isSecretive(name));
    await this.state.update(keyOf(file), Object.fromEntries(harmless));
  }
}

function keyOf(file: string): string {
  return `digkit.run.parameters:${file}`;
}
