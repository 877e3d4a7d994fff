import { l10n, window } from 'vscode';
import type { Unresolved } from '../../../runner/preview/unresolved.ts';

/** Values that a person gave for what the workflow does not know. */
export interface Given {
  readonly params: Record<string, string>;
  readonly secrets: Map<string, string>;
}

/** Asks for each missing value and keeps it in `given`; false where the person stops. */
export async function askFor(missing: readonly Unresolved[], given: Given): Promise<boolean> {
  for (const { kind, name } of missing) {
    const value = await window.showInputBox({
      title: l10n.t('The request cannot be made yet'),
      prompt: kind === 'secret' ? l10n.t('Secret {0}', name) : l10n.t('Value of {0}', `\${${name}}`),
      password: kind === 'secret',
      ignoreFocusOut: true,
    });
    if (value === undefined) return false;
    if (kind === 'secret') given.secrets.set(name, value);
    else given.params[name] = value;
  }
  return true;
}
