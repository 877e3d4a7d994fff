import { l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import type { Unresolved } from '../../../runner/preview/unresolved.ts';
import type { GivenValues } from './rememberedValues.ts';

interface Row extends QuickPickItem {
  /** Undefined of the row that goes on. */
  readonly unresolved: Unresolved | undefined;
}

/**
 * Lists what a request needs, with a field for each; the list is left by its last row once nothing is missing.
 * @param known what is filled in already
 * @returns what the person gave; undefined where they stopped
 */
export async function fillIn(
  task: string,
  needed: readonly Unresolved[],
  known: GivenValues,
): Promise<GivenValues | undefined> {
  const given = { params: {} as Record<string, string>, secrets: new Map<string, string>() };
  const current = ({ kind, name }: Unresolved): string | undefined =>
    kind === 'secret'
      ? (given.secrets.get(name) ?? known.secrets.get(name))
      : (given.params[name] ?? known.params[name]);
  const set = async (unresolved: Unresolved): Promise<boolean> => {
    const value = await ask(unresolved, current(unresolved));
    if (value === undefined) return false;
    if (unresolved.kind === 'secret') given.secrets.set(unresolved.name, value);
    else given.params[unresolved.name] = value;
    return true;
  };
  const [only, ...more] = needed;
  if (only && more.length === 0) return (await set(only)) ? given : undefined;
  for (;;) {
    const open = needed.filter((unresolved) => current(unresolved) === undefined);
    const chosen = await list(task, [...needed.map((item) => rowOf(item, current(item))), lastRow(open.length)], open);
    if (!chosen) return undefined;
    if (chosen.unresolved) await set(chosen.unresolved);
    else if (open.length === 0) return given;
  }
}

function list(task: string, rows: readonly Row[], open: readonly Unresolved[]): Promise<Row | undefined> {
  const picker = window.createQuickPick<Row>();
  picker.title = l10n.t('What the request of {0} needs', task);
  picker.placeholder = l10n.t('Choose what to fill in. Nothing has been sent.');
  picker.items = rows;
  picker.ignoreFocusOut = true;
  const next = rows.find(({ unresolved }) => (open.length > 0 ? unresolved === open[0] : unresolved === undefined));
  if (next) picker.activeItems = [next];
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function rowOf(unresolved: Unresolved, value: string | undefined): Row {
  const { kind, name } = unresolved;
  const shown = value === undefined ? l10n.t('(missing)') : kind === 'secret' ? '••••••' : value;
  const icon = value === undefined ? 'circle-large-outline' : 'pass';
  return {
    label: labelOf(unresolved),
    description: shown,
    iconPath: new ThemeIcon(icon),
    unresolved,
    detail: detailOf(kind, name),
  };
}

function lastRow(open: number): Row {
  const description = open > 0 ? l10n.t('{0} value(s) are missing', open) : '';
  return { label: l10n.t('Continue'), description, iconPath: new ThemeIcon('arrow-right'), unresolved: undefined };
}

function labelOf({ kind, name }: Unresolved): string {
  return kind === 'secret' ? l10n.t('Secret {0}', name) : `\${${name}}`;
}

function detailOf(kind: Unresolved['kind'], name: string): string {
  return kind === 'secret'
    ? l10n.t('Kept encrypted by VS Code; Digdag keeps its own: digdag secrets --local --set {0}', name)
    : l10n.t('Kept with this workspace');
}

function ask(unresolved: Unresolved, value: string | undefined): Thenable<string | undefined> {
  const { kind, name } = unresolved;
  return window.showInputBox({
    title: labelOf(unresolved),
    prompt: detailOf(kind, name),
    password: kind === 'secret',
    ignoreFocusOut: true,
    ...(kind === 'variable' && value !== undefined ? { value } : {}),
  });
}
