import { l10n, window } from 'vscode';
import { formatDate, parseLocal } from '../../../core/time/local.ts';
import { utc } from '../../../core/time/zone.ts';

/** Asks for a session time in the forms that Digdag takes; undefined where the person stops. */
export async function typedTime(value: string | undefined): Promise<string | undefined> {
  const typed = await window.showInputBox({
    title: l10n.t('Session time'),
    prompt: l10n.t("On the clocks of the workflow's zone: yyyy-MM-dd, or yyyy-MM-dd HH:mm:ss"),
    ...(value !== undefined && { value }),
    validateInput: (text) =>
      isTime(text.trim()) ? undefined : l10n.t('Digdag takes yyyy-MM-dd or yyyy-MM-dd HH:mm:ss, and days that exist.'),
  });
  return typed?.trim();
}

/** Every day and time exists in UTC; in a gap of another zone Digdag moves it forward. It takes the 31st of every month, which nobody means. */
function isTime(text: string): boolean {
  const time = parseLocal(text, utc);
  return time !== undefined && formatDate(time) === text.slice(0, 10);
}
