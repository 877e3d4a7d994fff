import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { runScenario } from './runScenario.ts';
import type { Scenario } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { Editor } from './support/editor.ts';

const artefacts = join('test', 'e2e', 'artefacts');

/** Runs the scenarios (those whose names hold one of the given words), two at a time; the last line has the counts. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      vsix: { type: 'string' },
      editor: { type: 'string' },
      chromium: { type: 'string' },
      windows: { type: 'string', default: '2' },
    },
  });
  if (!values.vsix || !values.editor || !values.chromium) throw new Error('Call this by npm run e2e');
  const wanted = scenarios.filter(
    ({ name }) => positionals.length === 0 || positionals.some((word) => name.includes(word)),
  );
  if (positionals.length === 0) rmSync(artefacts, { recursive: true, force: true });
  mkdirSync(artefacts, { recursive: true });
  const editor = new Editor(values.editor);
  const browser = await chromium.launch({
    executablePath: values.chromium,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  const counts = { passed: 0, failed: 0 };
  /** Plays a scenario, tells how it went, and gives whether it passed. */
  const play = async (scenario: Scenario, failed: string): Promise<boolean> => {
    const started = Date.now();
    const failure = await runScenario(scenario, { editor, browser, artefacts });
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${failure === undefined ? 'ok    ' : failed} ${scenario.name} (${seconds} s)`);
    if (failure !== undefined) console.log(failure.replace(/^/gm, '       '));
    return failure === undefined;
  };
  try {
    editor.install(values.vsix);
    const waiting = [...wanted];
    const unsure: Scenario[] = [];
    const window = async (): Promise<void> => {
      for (let scenario = waiting.shift(); scenario; scenario = waiting.shift()) {
        if (await play(scenario, 'unsure')) counts.passed++;
        else unsure.push(scenario);
      }
    };
    // Much of a scenario is waiting for the window to start, and for what a person would wait for.
    await Promise.all(Array.from({ length: Number(values.windows) }, window));
    // Two windows take the machine from each other: what failed beside another is played once more, alone.
    for (const scenario of unsure) counts[(await play(scenario, 'FAILED')) ? 'passed' : 'failed']++;
  } finally {
    await browser.close();
    editor.dispose();
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
}

process.exitCode = await main();
