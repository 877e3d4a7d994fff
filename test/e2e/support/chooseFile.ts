import type { Page } from 'playwright-core';
import { waitFor } from './wait.ts';

/** Answers VS Code's own dialog of files, which takes what is typed only when it has listed the folder. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  const input = page.locator('.quick-input-widget:not(.hidden) .quick-input-box input');
  await waitFor(`the choice of ${path}`, async () => {
    if (!(await input.isVisible())) return true;
    await input.fill(path);
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(500);
    return undefined;
  });
}
