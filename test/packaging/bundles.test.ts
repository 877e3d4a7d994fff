import { execFileSync } from 'node:child_process';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { builtProgram } from '../support/builtProgram.ts';

/** Bytes of JavaScript that a server has loaded when the first findings of a workflow show. */
const limit = 700_000;

const outdir = builtProgram({ production: true });

/** Runs `code` in a process of its own. @returns the names of the bundles that it loaded */
function loadedBy(code: string): string[] {
  const file = join(outdir, 'probe.cjs');
  const tell = "process.on('exit', () => console.log('\\n' + JSON.stringify(Object.keys(require.cache))));";
  writeFileSync(file, `${tell}\n${code}`);
  const lines = execFileSync(process.execPath, [file], { encoding: 'utf8', cwd: outdir }).trimEnd().split('\n');
  const loaded: string[] = JSON.parse(lines.at(-1) ?? '');
  return loaded.filter((path) => path !== file && dirname(path) === outdir).map((path) => basename(path));
}

const workflow = `+a:
  echo>: \${moment(session_time).format('YYYY') + missing}
  sh>: x
+b:
  td>: nowhere.sql
  enginee: presto
  retry: 3
+c:
  s3_move>: a
  ech>: 3
`;

/** Checks a workflow with findings of many rules, as the server does when a document opens. */
const check = `
const { checkFile } = require('./checks.js');
const text = ${JSON.stringify(workflow)};
const files = { read: (path) => (path === '/p/main.dig' ? { text } : undefined), kind: () => undefined, list: () => [] };
const { findings } = checkFile(files, '/p/main.dig', {});
if (findings.length < 4) throw new Error('only ' + JSON.stringify(findings));
`;

it('a server that shows findings has loaded the connection and the core only, both within the limit', () => {
  const loaded = loadedBy(check);
  expect(loaded.sort()).toEqual(['checks.js', 'core.js']);
  const sizes = ['server.js', ...loaded].map((name) => statSync(join(outdir, name)).size);
  expect(sizes.reduce((one, other) => one + other, 0)).toBeLessThan(limit);
});

it('the texts of the catalogue load when one is read', () => {
  expect(loadedBy("require('./features.js');").sort()).toEqual(['core.js', 'features.js']);
  const read = "require('./core.js')['core/catalog/catalog.ts']().builtInCatalog.operator('sh').notes;";
  expect(loadedBy(read).sort()).toEqual(['core.js', 'texts.js']);
});

it('a run from the command line loads neither the server nor its features', () => {
  writeFileSync(join(outdir, 'main.dig'), '+a:\n  echo>: hello\n');
  const run = "process.argv.push('run', 'main.dig', '--rerun'); require('./cli.js');";
  expect(loadedBy(run).sort()).toEqual(['cli.js', 'core.js']);
});

it('a run loads those modules of Node only that it uses', () => {
  const project = mkdtempSync(join(outdir, 'project-'));
  writeFileSync(join(project, 'main.dig'), '+a:\n  echo>: hello\n');
  const told = join(outdir, 'modules.cjs');
  writeFileSync(told, "process.on('exit', () => console.log('\\n' + JSON.stringify(process.moduleLoadList)));");
  const args = ['--require', told, join(outdir, 'cli.js'), 'run', 'main.dig', '--no-save'];
  const lines = execFileSync(process.execPath, args, { encoding: 'utf8', cwd: project }).trimEnd().split('\n');
  const loaded: string[] = JSON.parse(lines.at(-1) ?? '');
  const later = ['child_process', 'worker_threads', 'fs/promises', 'stream/consumers'];
  expect(loaded.filter((name) => later.some((one) => name === `NativeModule ${one}`))).toEqual([]);
  expect(loaded).toContain('NativeModule crypto');
});
