import type { Analysis, Checking } from './services.ts';

/** The parts of the server that know Digdag: bundles of their own, so that the answer to `initialize` waits for none of them. */
export class Parts {
  #analysis: Analysis | undefined;
  #checking: Checking | undefined;

  /** Throws where it was not loaded. */
  get analysis(): Analysis {
    if (!this.#analysis) throw new Error('used before it was loaded');
    return this.#analysis;
  }

  /** Throws where it was not loaded. */
  get checking(): Checking {
    if (!this.#checking) throw new Error('used before it was loaded');
    return this.#checking;
  }

  /** Workflows can be checked from then on. */
  async loadChecking(): Promise<void> {
    this.#checking ??= await import('./checking/main.ts');
  }

  /** The document can be checked from then on: who runs a template is known to what answers about it. */
  loadForCheck({ isTemplate }: { readonly isTemplate: boolean }): Promise<void> {
    return isTemplate ? this.loadAll() : this.loadChecking();
  }

  /** Everything can be asked from then on. */
  async loadAll(): Promise<void> {
    await this.loadChecking();
    this.#analysis ??= await import('./analysis/main.ts');
  }
}
