import { l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { isSecretive } from './request.ts';

export interface FormParameter {
  readonly name: string;
  /** Where it is read: `main.dig:3`; absent of one that a person added. */
  readonly use?: string;
}

interface Row extends QuickPickItem {
  readonly run: 'start' | 'add' | { readonly name: string };
}

/**
 * The form of "Run Workflow with Parameters": a row for each, and the run at its end. What is left open is not given, and the workflow's own
 * defaults count.
 * @param known the values to begin with
 * @returns the values that were given; undefined where the person stopped
 */
export async function parametersForm(
  workflow: string,
  needed: readonly FormParameter[],
  known: Readonly<Record<string, string>>,
): Promise<Record<string, string> | undefined> {
  const values: Record<string, string> = { ...known };
  const others = Object.keys(known).filter((name) => needed.every((parameter) => parameter.name !== name));
  const parameters: FormParameter[] = [...needed, ...others.map((name) => ({ name }))];
  for (;;) {
    const open = parameters.find(({ name }) => values[name] === undefined);
    const rows: Row[] = [
      ...parameters.map((parameter) => rowOf(parameter, values[parameter.name])),
      addRow(),
      startRow(),
    ];
    const chosen = await list(workflow, rows, open?.name);
    if (chosen === undefined) return undefined;
    if (chosen === 'start') return values;
    const added = chosen === 'add' ? await askName(parameters) : undefined;
    if (added !== undefined) parameters.push({ name: added });
    const name = chosen === 'add' ? added : chosen.name;
    const value = name === undefined ? undefined : await askValue(name, values[name]);
    if (name !== undefined && value !== undefined) values[name] = value;
  }
}

function list(workflow: string, rows: readonly Row[], open: string | undefined): Promise<Row['run'] | undefined> {
  const picker = window.createQuickPick<Row>();
  picker.title = l10n.t('Parameters of {0}', workflow);
  picker.placeholder = l10n.t('Choose a parameter to set its value, or start the run.');
  picker.matchOnDescription = true;
  picker.ignoreFocusOut = true;
  picker.items = rows;
  const next = rows.find(({ run }) =>
    open === undefined ? run === 'start' : typeof run === 'object' && run.name === open,
  );
  if (next) picker.activeItems = [next];
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.activeItems[0]?.run);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

function rowOf({ name, use }: FormParameter, value: string | undefined): Row {
  const shown = value === undefined ? l10n.t('(not set)') : isSecretive(name) ? '••••••' : value;
  const icon = value === undefined ? 'circle-large-outline' : 'pass';
  const detail = use === undefined ? {} : { detail: l10n.t('read in {0}', use) };
  return { label: name, description: shown, iconPath: new ThemeIcon(icon), run: { name }, ...detail };
}

function addRow(): Row {
  return { label: l10n.t('Add a Parameter…'), iconPath: new ThemeIcon('add'), alwaysShow: true, run: 'add' };
}

function startRow(): Row {
  return { label: l10n.t('Run'), iconPath: new ThemeIcon('play'), alwaysShow: true, run: 'start' };
}

function askName(known: readonly FormParameter[]): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('The name of the parameter'),
    prompt: l10n.t('A dot makes a member: table.name'),
    ignoreFocusOut: true,
    validateInput: (name) => {
      if (name.trim() === '' || name.includes('=')) return l10n.t('A name is no empty text, and holds no =.');
      return known.some((parameter) => parameter.name === name) ? l10n.t('{0} is there already.', name) : undefined;
    },
  });
}

function askValue(name: string, value: string | undefined): Thenable<string | undefined> {
  const hidden = isSecretive(name);
  return window.showInputBox({
    title: name,
    prompt: hidden
      ? l10n.t('Its name looks like a secret: the value is not remembered.')
      : l10n.t('Remembered with this workspace'),
    password: hidden,
    ignoreFocusOut: true,
    ...(value === undefined ? {} : { value }),
  });
}
