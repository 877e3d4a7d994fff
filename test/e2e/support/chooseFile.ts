import type { Page } from 'playwright-core';
import { waitFor } from './wait.ts';

/** Answers VS Code's own dialog of files, which takes what is typed only when it has listed the folder. */
export async function chooseFile(page: Page, title: string, path: string): Promise<void> {
  const dialog = page.locator('.quick-input-widget:not(.hidden)', { hasText: title });
  await dialog.waitFor();
  await waitFor(`the choice of ${path}`, async () => {
    if (!(await dialog.isVisible())) return true;
    await dialog.locator('.quick-input-box input').fill(path);
    await page.waitForTimeout(500);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(500);
    return undefined;
  });
}
