// npm run bench: each table in docs/performance.md is printed by this command. No test depends on a time.
import { cpus } from 'node:os';
import { answers, burst } from './burst.ts';
import { firstDiagnostics } from './firstDiagnostics.ts';
import { keystroke } from './keystroke.ts';
import { preview } from './preview.ts';
import { reading } from './reading.ts';
import { running } from './running.ts';
import { scaling } from './scaling.ts';
import { starting } from './starting.ts';
import { hintsOfValues, hoverOnValue } from './variables.ts';
import { memoryOfCheck, printMemoryOfCheck, workspace } from './workspace.ts';
import { workspaceServer } from './workspaceServer.ts';

const benches: Readonly<Record<string, () => string[] | Promise<string[]>>> = {
  reading,
  'first diagnostics': firstDiagnostics,
  keystroke,
  answers,
  burst,
  'variables: hover': hoverOnValue,
  'variables: hints': hintsOfValues,
  workspace,
  'workspace through the server': workspaceServer,
  scaling,
  starting,
  preview,
  running,
};

if (process.argv.includes(memoryOfCheck)) printMemoryOfCheck();
else await run(process.argv.slice(2));

async function run(wanted: readonly string[]): Promise<void> {
  console.log(`Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}`);
  for (const [name, bench] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
    console.log(`\n## ${name}\n\n| what | time | floor | ratio | limit | |\n| --- | --- | --- | --- | --- | --- |`);
    for (const line of await bench()) console.log(line);
  }
}
