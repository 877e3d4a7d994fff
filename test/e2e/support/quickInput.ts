import type { Locator, Page } from 'playwright-core';
import { appears, escaped, longest, textOf } from './shownText.ts';
import { waitFor } from './wait.ts';

/** The widget of lists and boxes at the top of the window, in which commands are found and ask. */
export class QuickInput {
  constructor(private readonly page: Page) {}

  /** Runs a command by its title, `Digdag: Run Workflow`. */
  async command(title: string): Promise<void> {
    // Exactly: there is "Run Workflow with Parameters" too.
    const label = this.page.locator('.label-name', { hasText: new RegExp(`^${escaped(title)}…?$`) });
    const row = this.page.locator('.quick-input-list .monaco-list-row', { has: label }).first();
    await waitFor(`the command ${title}`, async () => {
      // A palette that was opened before the extension was known does not list its commands.
      await this.page.keyboard.press('F1');
      if (!(await appears(this.input(), 2000))) return false;
      await this.input().fill(`>${title}`);
      if (await appears(row, 2000)) return true;
      await this.page.keyboard.press('Escape');
      return false;
    });
    await row.click();
  }

  /** Takes a row of the list that a command has opened. */
  async pick(text: string): Promise<void> {
    await this.#row(text).click();
  }

  /** Waits for a row of the list that a command has opened. */
  async row(text: string): Promise<void> {
    await this.#row(text).waitFor({ timeout: longest });
  }

  /** Waits until a row of the list is the one that Enter takes. */
  async focusedRow(text: string): Promise<void> {
    await this.#focusedRow(text).waitFor({ timeout: longest });
  }

  /** What the box says of the text in it. */
  async inputProblem(): Promise<string> {
    const message = this.page.locator('.quick-input-widget:not(.hidden) .quick-input-message');
    await message.waitFor({ timeout: longest });
    return textOf(message);
  }

  /** Answers the box with this title: what a command opens one after another is the same widget. */
  async enter(title: string, text: string): Promise<void> {
    const open = this.page.locator('.quick-input-widget:not(.hidden)');
    await open.locator('.quick-input-title', { hasText: title }).waitFor({ timeout: longest });
    // A list may have had the same title: a box has none below it.
    await open.locator('.quick-input-list').waitFor({ state: 'hidden', timeout: longest });
    await this.input().fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** Takes what a box proposes, once it proposes this. */
  async acceptInput(proposed: RegExp): Promise<void> {
    await waitFor(`${proposed} in the box`, async () => proposed.test(await this.input().inputValue()));
    await this.page.keyboard.press('Enter');
  }

  input(): Locator {
    return this.page.locator('.quick-input-widget:not(.hidden) .quick-input-box input');
  }

  /** Whether typing a text has brought a row that holds another, which Enter would take. */
  async finds(typed: string, text: string): Promise<boolean> {
    if (!(await appears(this.input(), 2000))) return false;
    await this.input().fill(typed);
    return appears(this.#focusedRow(text), 5000);
  }

  #row(text: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  }

  #focusedRow(text: string): Locator {
    return this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text }).first();
  }
}
