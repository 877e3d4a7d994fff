import { lines, placeOf } from './pageScripts.ts';
import { appears } from './shownText.ts';
import { waitFor } from './wait.ts';
import type { Workbench } from './workbench.ts';

/** Follows the link that the visible terminal makes of a text, until the status bar says that the cursor is where it leads. */
export async function followTerminalLink({ page }: Workbench, text: string, target: RegExp): Promise<void> {
  const there = page.locator('.statusbar-item', { hasText: target }).first();
  const hover = page.locator('.workbench-hover', { hasText: 'ctrl + click' }).first();
  // The terminal looks for links where the mouse comes to, and the extension may not know the task yet.
  await waitFor(`${target} behind the link ${text}`, async () => {
    const place = await page.evaluate<[number, number] | undefined>(placeOf(text, lines.terminal));
    if (!place) return false;
    await page.mouse.move(5, 5);
    await page.mouse.move(...place, { steps: 3 });
    if (!(await appears(hover, 3000))) return false;
    await page.keyboard.down('Control');
    await page.mouse.click(...place);
    await page.keyboard.up('Control');
    return appears(there, 3000);
  });
}

/** Takes an entry of the menu at a line's number (counted from 1) in the active editor. */
export async function chooseAtLineNumber(workbench: Workbench, line: number, entry: string): Promise<void> {
  const { page } = workbench;
  const numbers = page.locator('.editor-group-container.active .line-numbers');
  const number = numbers.filter({ hasText: new RegExp(`^${line}$`) }).first();
  const item = page.getByRole('menuitem', { name: entry, exact: true });
  await waitFor(`${entry} in the menu at line ${line}`, async () => {
    await number.click({ button: 'right' });
    if (await appears(item, 3000)) return true;
    await page.keyboard.press('Escape');
    return false;
  });
  await workbench.screenshot('menu');
  await item.click();
}
