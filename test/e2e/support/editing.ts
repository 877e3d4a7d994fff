import type { Locator } from 'playwright-core';
import { waitFor } from './wait.ts';
import type { Workbench } from './workbench.ts';

/** What a person does with the keyboard while they write. */
export class Editing {
  constructor(private readonly workbench: Workbench) {}

  press(key: string): Promise<void> {
    return this.workbench.page.keyboard.press(key);
  }

  type(text: string): Promise<void> {
    return this.workbench.page.keyboard.type(text);
  }

  /** Types the begin of a word and takes the suggestion with this label. */
  async suggest(typed: string, label: string): Promise<void> {
    const row = this.workbench.page
      .locator('.suggest-widget.visible .monaco-list-row')
      .filter({ has: this.workbench.page.locator('.label-name', { hasText: new RegExp(`^${escaped(label)}$`) }) })
      .first();
    await this.type(typed);
    await waitFor(`the suggestion ${label}`, async () => {
      if (await row.isVisible()) return true;
      await this.press('Control+Space');
      await this.workbench.page.waitForTimeout(1000);
      return row.isVisible();
    });
    await this.#take(row);
    await row.waitFor({ state: 'hidden' });
  }

  /** Gives what the cursor is on another name (F2). */
  async renameSymbol(name: string, picture: string): Promise<void> {
    const box = this.workbench.page.locator('.rename-box input');
    await waitFor('the box for a name', async () => {
      await this.press('F2');
      await this.workbench.page.waitForTimeout(1500);
      return box.isVisible();
    });
    await box.fill(name);
    await this.workbench.screenshot(picture);
    await this.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  /** Waits until the editor with this name shows something. */
  async shows(pattern: RegExp, name: string): Promise<string> {
    return waitFor(`${pattern} in ${name}`, async () => {
      const text = await this.workbench.editorText(name);
      return pattern.test(text) ? text : undefined;
    });
  }

  /** Moves down to a row and takes it. */
  async #take(row: Locator): Promise<void> {
    await waitFor('the row to be chosen', async () => {
      if (await row.evaluate((element) => element.classList.contains('focused'))) return true;
      await this.press('ArrowDown');
      return false;
    });
    await this.press('Enter');
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
