import type { Memento } from 'vscode';

const key = 'digkit.preview.allowedAddresses';

/** Private addresses to which previews of this workspace may connect without asking. */
export class AllowedAddresses {
  constructor(private readonly state: Pick<Memento, 'get' | 'update'>) {}

  /** `host ip port`, as they were allowed. */
  get all(): readonly string[] {
    return this.state.get<readonly string[]>(key, []);
  }

  async allow(address: string): Promise<void> {
    await this.state.update(key, [...new Set([...this.all, address])]);
  }

  async forget(address: string): Promise<void> {
    await this.state.update(
      key,
      this.all.filter((known) => known !== address),
    );
  }
}
