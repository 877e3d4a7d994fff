import { l10n, type QuickPickItem, window } from 'vscode';
import type { AllowedAddresses } from './allowedAddresses.ts';
import type { RememberedValues } from './rememberedValues.ts';

interface Row extends QuickPickItem {
  forget(): Promise<void>;
}

/** Lets a person choose what previews of a project shall no longer know: values, secrets, addresses that are not asked for. */
export async function forget(project: string, values: RememberedValues, addresses: AllowedAddresses): Promise<void> {
  const { params, secrets } = await values.of(project);
  const rows: Row[] = [
    ...Object.entries(params).map(([name, value]) => ({
      label: `\${${name}}`,
      description: value,
      forget: () => values.forget(project, 'variable', name),
    })),
    ...[...secrets.keys()].map((name) => ({
      label: l10n.t('Secret {0}', name),
      forget: () => values.forget(project, 'secret', name),
    })),
    ...addresses.all.map((address) => ({
      label: address,
      description: l10n.t('may be connected to without a question'),
      forget: () => addresses.forget(address),
    })),
  ];
  if (rows.length === 0) {
    await window.showInformationMessage(l10n.t('Previews of this project remember nothing.'));
    return;
  }
  const title = l10n.t('What shall be forgotten?');
  for (const { forget: forgetRow } of (await window.showQuickPick(rows, { title, canPickMany: true })) ?? [])
    await forgetRow();
}
