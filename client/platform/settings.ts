import { type Event, EventEmitter, type Memento, Uri, workspace } from 'vscode';
import type { SessionChoice, SessionParams } from '../../server/protocol.ts';
import { type EngineSettings, readEngineSettings } from './engineSettings.ts';
import { pathOf } from './paths.ts';
import { type RunSettings, readRunSettings } from './runSettings.ts';

/** What a person chose for the files of a folder, instead of what the settings say. */
export interface Choice {
  /** As `--session` takes it. */
  readonly session?: string;
  /** The URI of a file of parameters. */
  readonly profile?: string;
}

/** With what runs and previews start, and what values are shown for. */
export interface ChosenRunSettings extends RunSettings {
  /** The absolute path of a file of parameters, as `-P` takes it. */
  readonly paramsFile: string | undefined;
}

const key = 'digkit.session';

/** The one place that knows with which session and parameters a file's workflow is run, previewed and shown: settings, and what was chosen over them. */
export class ChosenSessions {
  readonly #changed = new EventEmitter<void>();
  /** Something was chosen. */
  readonly onDidChange: Event<void> = this.#changed.event;

  /** @param state of the workspace: a choice is kept there, for each of its folders */
  constructor(private readonly state: Memento) {}

  /** Read anew each time. */
  runSettings(uri: Uri | undefined): ChosenRunSettings {
    const settings = readRunSettings((name) => workspace.getConfiguration('digkit', uri).get(name));
    const { session, profile } = this.of(uri);
    return {
      ...settings,
      session: session ?? settings.session,
      paramsFile: profile === undefined ? undefined : pathOf(Uri.parse(profile, true)),
    };
  }

  of(uri: Uri | undefined): Choice {
    return this.#all[folderOf(uri)] ?? {};
  }

  async choose(uri: Uri | undefined, choice: Choice): Promise<void> {
    await this.state.update(key, { ...this.#all, [folderOf(uri)]: choice });
    this.#changed.fire();
  }

  /** What the server is told. */
  forServer(): SessionParams {
    const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => [uri.toString(), this.#forServer(uri)]);
    return { ...this.#forServer(undefined), folders: Object.fromEntries(folders) };
  }

  #forServer(uri: Uri | undefined): SessionChoice {
    const { session = null, params } = this.runSettings(uri);
    const { profile } = this.of(uri);
    return { sessionTime: session, params, ...(profile !== undefined && { paramsFile: profile }) };
  }

  get #all(): Readonly<Record<string, Choice>> {
    return this.state.get<Readonly<Record<string, Choice>>>(key, {});
  }
}

/** Files outside of all folders share a choice. */
function folderOf(uri: Uri | undefined): string {
  return (uri && workspace.getWorkspaceFolder(uri)?.uri.toString()) ?? '';
}

/** What runs the workflows of a folder, read anew each time. */
export function engineSettings(uri: Uri | undefined): EngineSettings {
  return readEngineSettings((key) => workspace.getConfiguration('digkit', uri).get(key));
}
