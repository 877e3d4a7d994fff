import { type Uri, workspace } from 'vscode';
import { type RunSettings, readRunSettings } from './runSettings.ts';

/** The settings of runs and previews that count for one file, read anew each time. */
export function runSettings(uri: Uri): RunSettings {
  return readRunSettings((key) => workspace.getConfiguration('digkit', uri).get(key));
}
