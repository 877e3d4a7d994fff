import type { Locator } from 'playwright-core';
import { appears, escaped } from './shownText.ts';
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
      if (await appears(row, 1000)) return true;
      await this.press('Control+Space');
      return appears(row, 1000);
    });
    await this.#take(row);
    await row.waitFor({ state: 'hidden' });
  }

  /** Opens the menu of code actions at the cursor by its key, and takes one. */
  async codeAction(key: string, title: string, picture: string): Promise<void> {
    const row = this.workbench.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
    await waitFor(`the action ${title}`, async () => {
      await this.press(key);
      if (await appears(row, 5000)) return true;
      await this.press('Escape');
      return false;
    });
    await this.workbench.screenshot(picture);
    await this.#take(row);
  }

  /** Gives what the cursor is on another name (F2). */
  async renameSymbol(name: string, picture: string): Promise<void> {
    const box = this.workbench.page.locator('.rename-box input');
    await waitFor('the box for a name', async () => {
      await this.press('F2');
      return appears(box, 3000);
    });
    await box.fill(name);
    await this.workbench.screenshot(picture);
    await this.press('Enter');
    await box.waitFor({ state: 'hidden' });
  }

  /** Gives a file another name in the explorer. */
  async renameInExplorer(from: string, to: string): Promise<void> {
    const explorer = this.workbench.page.locator('.explorer-folders-view');
    await explorer.locator('.monaco-list-row', { hasText: from }).first().click();
    await this.press('F2');
    await explorer.locator('.monaco-inputbox input').fill(to);
    await this.press('Enter');
  }

  /** Waits for something; where VS Code asks whether other files may be changed with one that moves, they may. */
  async confirmed(what: string, look: () => boolean): Promise<void> {
    const ok = this.workbench.page.locator('.monaco-dialog-box .monaco-button', { hasText: 'OK' }).first();
    await waitFor(what, async () => {
      if (await ok.isVisible()) await ok.click();
      return look();
    });
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
