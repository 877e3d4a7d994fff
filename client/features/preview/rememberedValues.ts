import type { Memento } from 'vscode';
import type { ProjectSecrets } from '../../platform/secretStorage.ts';

/** Values that a person gave for what a workflow does not know. */
export interface GivenValues {
  readonly params: Readonly<Record<string, string>>;
  readonly secrets: ReadonlyMap<string, string>;
}

/** What has been filled in for the previews of a project: variables with the workspace, secrets in VS Code's secret storage. */
export class RememberedValues {
  constructor(
    private readonly state: Pick<Memento, 'get' | 'update'>,
    private readonly secrets: ProjectSecrets,
  ) {}

  async of(project: string): Promise<GivenValues> {
    return { params: this.#params(project), secrets: await this.secrets.all(project) };
  }

  async keep(project: string, { params, secrets }: GivenValues): Promise<void> {
    if (Object.keys(params).length > 0) {
      await this.state.update(keyOf(project), { ...this.#params(project), ...params });
    }
    for (const [name, value] of secrets) await this.secrets.set(project, name, value);
  }

  async forget(project: string, kind: 'variable' | 'secret', name: string): Promise<void> {
    if (kind === 'secret') return this.secrets.delete(project, name);
    const { [name]: _, ...others } = this.#params(project);
    await this.state.update(keyOf(project), Object.keys(others).length > 0 ? others : undefined);
  }

  #params(project: string): Readonly<Record<string, string>> {
    return this.state.get<Readonly<Record<string, string>>>(keyOf(project), {});
  }
}

function keyOf(project: string): string {
  return `digkit.preview.values:${project}`;
}
