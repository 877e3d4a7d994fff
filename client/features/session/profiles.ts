import { FileType, l10n, RelativePattern, Uri, window, workspace } from 'vscode';
import { basename } from '../../../core/project/paths.ts';

/** A file that is offered as a profile. */
export interface ProfileFile {
  readonly uri: Uri;
  readonly label: string;
  readonly folder: string;
}

/** More would be no list to choose from. */
const most = 200;

/** The files of the folder around a file that the setting `digkit.run.profiles` names. */
export async function profilesFor(uri: Uri | undefined, patterns: readonly string[]): Promise<ProfileFile[]> {
  const folder = folderOf(uri);
  if (!folder) return [];
  const found = await Promise.all(
    patterns.map((pattern) =>
      workspace.findFiles(new RelativePattern(folder, pattern), '**/{node_modules,.digdag}/**', most),
    ),
  );
  const files = new Map(found.flat().map((file) => [file.toString(), file]));
  return [...files.values()].map(describe).sort((one, other) => (one.label < other.label ? -1 : 1));
}

/** Lets a person choose any YAML file. */
export async function chooseProfileFile(uri: Uri | undefined): Promise<Uri | undefined> {
  const start = folderOf(uri);
  const chosen = await window.showOpenDialog({
    title: l10n.t('A YAML file of parameters, as digdag run -P takes it'),
    filters: { YAML: ['yml', 'yaml'] },
    ...(start && { defaultUri: start }),
  });
  return chosen?.[0];
}

/** Makes a file of parameters, and opens it to be filled in. */
export async function createProfile(uri: Uri | undefined): Promise<Uri | undefined> {
  const folder = folderOf(uri);
  if (!folder) {
    await window.showInformationMessage(l10n.t('Open a folder first: a profile is a file in it.'));
    return undefined;
  }
  const name = await window.showInputBox({
    title: l10n.t('Create a profile'),
    prompt: l10n.t('Its file, below {0}', basename(folder.path)),
    value: 'params/dev.yml',
    valueSelection: [7, 10],
    validateInput: (text) => nameProblem(folder, text.trim()),
  });
  if (name === undefined) return undefined;
  const file = Uri.joinPath(folder, name.trim());
  await workspace.fs.writeFile(file, Buffer.from(template));
  await window.showTextDocument(file);
  return file;
}

const template = `# Parameters of a session: digkit run main.dig -P THIS_FILE
# A map; values keep their types, and \`!include : other.yml\` works. An _export of the workflow wins over them.
environment: dev
`;

async function nameProblem(folder: Uri, name: string): Promise<string | undefined> {
  if (!/\.ya?ml$/.test(name)) return l10n.t('The name ends in .yml.');
  if (name.startsWith('/') || name.split(/[\\/]/).includes('..')) return l10n.t('The file lies in the folder.');
  try {
    const { type } = await workspace.fs.stat(Uri.joinPath(folder, name));
    return type === FileType.Unknown ? undefined : l10n.t('{0} exists already.', name);
  } catch {
    return undefined; // it does not exist: it can be made
  }
}

function folderOf(uri: Uri | undefined): Uri | undefined {
  return ((uri && workspace.getWorkspaceFolder(uri)) ?? workspace.workspaceFolders?.[0])?.uri;
}

function describe(uri: Uri): ProfileFile {
  const path = workspace.asRelativePath(uri, false);
  const name = basename(path);
  return { uri, label: name, folder: path.slice(0, -name.length).replace(/\/$/, '') };
}
