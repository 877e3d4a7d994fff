import { type Disposable, RelativePattern, Uri, workspace } from 'vscode';

/** Tells of changes to files of parameters outside of the workspace: those inside of it the server is told of anyway. */
export class ProfileWatchers implements Disposable {
  readonly #watched = new Map<string, Disposable>();

  constructor(private readonly changed: () => void) {}

  /** @param profiles URIs: these count from now on, and no others */
  watch(profiles: readonly string[]): void {
    const outside = new Set(profiles.filter((profile) => !workspace.getWorkspaceFolder(Uri.parse(profile, true))));
    for (const [profile, watcher] of this.#watched) {
      if (outside.has(profile)) continue;
      watcher.dispose();
      this.#watched.delete(profile);
    }
    for (const profile of outside) if (!this.#watched.has(profile)) this.#watched.set(profile, this.#watcher(profile));
  }

  #watcher(profile: string): Disposable {
    const uri = Uri.parse(profile, true);
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), name));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) event(() => this.changed());
    return watcher;
  }

  dispose(): void {
    for (const watcher of this.#watched.values()) watcher.dispose();
    this.#watched.clear();
  }
}
