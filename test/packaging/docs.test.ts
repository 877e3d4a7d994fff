import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const folders = readdirSync('.', { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
/** Only there after a build. */
const made = new Set(['dist', 'node_modules']);

describe.each(pages)('%s', (page) => {
  const markdown = readFileSync(page, 'utf8');
  const spans = [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);

  it('links to files that exist', () => {
    const links = [...markdown.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => !/^\w+:/.test(link) && !existsSync(join(dirname(page), link)));
    expect(broken).toEqual([]);
  });

  it('is whole: no mark of a merge is left in it', () => {
    expect(markdown.match(/^(?:<{7}|={7}|>{7})(?: .*)?$/gm) ?? []).toEqual([]);
  });

  it('names files and scripts that exist', () => {
    const paths = spans.filter((span) => /^[\w.-]+\/[\w./-]+$/.test(span)).filter(isOfThisProject);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
    const scripts = [...markdown.matchAll(/npm run ([\w-]+)/g)].map(([, script = '']) => script);
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });
});

describe('docs/features.md', () => {
  const markdown = readFileSync('docs/features.md', 'utf8');
  const rows = [...markdown.matchAll(/^\| (?!feature|---)(.*?) \|(.*)\|(.*)\|$/gm)];

  it('names in each row a test that shows the feature', () => {
    expect(rows.length).toBeGreaterThan(40);
    const shown = /`(?:[\w./-]+\.test\.ts|test\/e2e\/scenarios\/[\w.]+\.ts|npm run \w+)`|conformance/;
    expect(rows.filter(([, , , tests = '']) => !shown.test(tests)).map(([, feature]) => feature)).toEqual([]);
  });

  it('names every protocol test and every scenario of the end-to-end tests', () => {
    const isTest = (name: string) => name.endsWith('.test.ts');
    const protocol = readdirSync('test/protocol', { recursive: true, encoding: 'utf8' }).filter(isTest);
    const scenarios = readdirSync('test/e2e/scenarios');
    const all = [
      ...protocol.map((name) => `test/protocol/${name.replaceAll('\\', '/')}`),
      ...scenarios.map((name) => `test/e2e/scenarios/${name}`),
    ];
    expect(all.filter((path) => !markdown.includes(`\`${path}\``))).toEqual([]);
  });

  it('names every command that VS Code shows', () => {
    const texts = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    const hidden = new Set(
      manifest.contributes.menus.commandPalette
        .filter(({ when }: { when?: string }) => when === 'false')
        .map(({ command }: { command: string }) => command),
    );
    const titles = manifest.contributes.commands
      .filter(({ command }: { command: string }) => !hidden.has(command))
      .map(({ title }: { title: string }) => texts[title.slice(1, -1)] ?? title);
    expect(titles.filter((title: string) => !markdown.includes(title))).toEqual([]);
  });
});

it('docs/settings.md lists every setting with its default', () => {
  const rows = readFileSync('docs/settings.md', 'utf8').matchAll(/^\| `(digkit\.[\w.]+)` \| `(.*?)` \|/gm);
  const listed = [...rows].map(([, key, value = '']) => [key, JSON.parse(value)]);
  const declared = Object.entries<{ default: unknown }>(manifest.contributes.configuration.properties);
  expect(listed).toEqual(declared.map(([key, setting]) => [key, setting.default]));
});

function isOfThisProject(path: string): boolean {
  const [folder = ''] = path.split('/');
  return folders.includes(folder) && !made.has(folder);
}
