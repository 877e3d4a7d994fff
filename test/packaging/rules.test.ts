import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { operatorsSchema } from '../../core/catalog/declared/schema.ts';
import { rules } from '../../core/rules/registry.ts';
import { render, type Translations } from '../../core/text/text.ts';

// What is told of the rules outside of the registry is made from it: `npx vitest run test/packaging -u` writes these files.

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

it('the setting offers the severity of every rule', async () => {
  const manifest = read('package.json');
  const setting = manifest.contributes.configuration.properties['digkit.diagnostics.severity'];
  setting.propertyNames = {
    enum: rules.map(({ id }) => id),
    enumDescriptions: rules.map(({ id }) => `%rule.${id}%`),
  };
  await expect(json(manifest)).toMatchFileSnapshot('../../package.json');
});

it.each([
  ['package.nls.json', {}],
  ['package.nls.ja.json', read('l10n/bundle.l10n.ja.json')],
] as const)('%s says what each rule finds', async (file, translations: Translations) => {
  const others = Object.entries(read(file)).filter(([key]) => !key.startsWith('rule.'));
  const summaries = rules.map(({ id, summary }) => [`rule.${id}`, render(summary, translations)]);
  await expect(json(Object.fromEntries([...others, ...summaries]))).toMatchFileSnapshot(`../../${file}`);
});

it('docs/rules/README.md lists every rule', async () => {
  const rows = rules.map(
    ({ id, severity, summary }) => `| [${id}](${id}.md) | ${severity} | ${markdown(render(summary))} |`,
  );
  const page = [
    '# Rules',
    '',
    introduction,
    '',
    '| rule | severity | what it finds |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ];
  await expect(page.join('\n')).toMatchFileSnapshot('../../docs/rules/README.md');
});

it('the schema for declared operators is the one that they are checked against', async () => {
  await expect(json(operatorsSchema)).toMatchFileSnapshot('../../schemas/operators.schema.json');
});

const introduction =
  'Errors are what Digdag refuses, or what fails in every run; warnings are likely mistakes. The setting `digkit.diagnostics.severity` changes a\n' +
  'severity (`off` for none). A comment `# digkit-disable-next-line RULE` above a line, or `# digkit-disable-file RULE`, takes findings away.';

function markdown(text: string): string {
  return text.replace(/[<_]/g, '\\$&');
}
