import type { Connection } from 'vscode-languageserver/node';
import type { Translations } from '../core/text/text.ts';
import type { Host } from './services.ts';

/** The translations in the file that a client names; none where it names none, or one that cannot be read. */
export function loadTranslations(host: Host, path: string | undefined, connection: Connection): Translations {
  if (path === undefined) return {};
  try {
    const catalogue = path.replace(/bundle\.l10n\.(?=[^/\\]*$)/, 'catalog.');
    return { ...host.translations(catalogue), ...host.translations(path) };
  } catch (error) {
    connection.console.warn(`Texts are shown in English: ${String(error)}`);
    return {};
  }
}
