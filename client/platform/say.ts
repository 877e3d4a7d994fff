import { l10n } from 'vscode';
import { render, type Text } from '../../core/text/text.ts';

/** A text of the core or the runner in the language that VS Code is shown in. */
export function say(text: Text): string {
  return render(text, l10n.bundle);
}
