import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Scenario } from './scenario.ts';
import type { Editor } from './support/editor.ts';
import { Service } from './support/service.ts';
import { Workbench } from './support/workbench.ts';
import { Workspace } from './support/workspace.ts';

const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  highContrast: 'Default High Contrast',
};
const size = { width: 1280, height: 800 };

export interface Stage {
  readonly editor: Editor;
  readonly browser: Browser;
  /** The folder of the screenshots. */
  readonly artefacts: string;
}

/** Plays a scenario in a VS Code of its own; resolves to why it failed, or undefined. */
export async function runScenario(scenario: Scenario, stage: Stage): Promise<string | undefined> {
  const ends: (() => unknown)[] = [];
  try {
    await play(scenario, stage, ends);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

/** @param ends gets what has to be ended afterwards, the last first */
async function play(scenario: Scenario, { editor, browser, artefacts }: Stage, ends: (() => unknown)[]): Promise<void> {
  const service = await Service.start();
  ends.push(() => service.stop());
  const workspace = new Workspace(service.port);
  ends.push(() => workspace.dispose());
  const session = await editor.open(workspace.directory, {
    'workbench.colorTheme': themes[scenario.theme ?? 'dark'],
    'security.workspace.trust.enabled': scenario.asksForTrust === true,
    ...scenario.settings?.((name) => workspace.path(name)),
  });
  ends.push(() => session.close());
  const page = await browser.newPage({ viewport: size, permissions: ['clipboard-read', 'clipboard-write'] });
  ends.push(() => page.close());
  const screenshot = (name: string) => join(artefacts, `${scenario.name.replace(/\W+/g, '-')}-${name}.png`);
  try {
    const workbench = await Workbench.open(page, session.url, screenshot);
    await scenario.run({ workbench, workspace, service, data: session.data });
  } catch (error) {
    await page.screenshot({ path: screenshot('FAILED') });
    throw error;
  }
}
