import { basename } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { isInDatabases, lines, placeOf } from './pageScripts.ts';
import { QuickInput } from './quickInput.ts';
import { appears, longest, plain, textOf } from './shownText.ts';
import { waitFor } from './wait.ts';

const visibleWebview = 'iframe.webview.ready >> visible=true';

/** VS Code's window as a person sees and uses it. */
export class Workbench {
  readonly quick: QuickInput;

  private constructor(
    readonly page: Page,
    private readonly pathOf: (name: string) => string,
  ) {
    this.quick = new QuickInput(page);
  }

  static async open(page: Page, url: string, pathOf: (name: string) => string): Promise<Workbench> {
    await page.goto(url, { waitUntil: 'commit', timeout: longest });
    await page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: longest });
    return new Workbench(page, pathOf);
  }

  /** Loads the window anew, as "Developer: Reload Window" does. */
  async reload(): Promise<void> {
    await this.page.reload({ waitUntil: 'commit', timeout: longest });
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: longest });
  }

  async screenshot(name: string): Promise<void> {
    await this.page.screenshot({ path: this.pathOf(name), animations: 'disabled' });
  }

  /** Opens a file by its absolute path through Quick Open: again where a window that is still starting took the keys. */
  async openFile(path: string): Promise<void> {
    const name = basename(path);
    // What is typed before the editor has the focus would go elsewhere.
    const focused = this.#editor(name).and(this.page.locator('.active')).locator('.monaco-editor.focused').first();
    await waitFor(`the editor of ${name}`, async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('Control+P');
      if (!(await appears(this.quick.input(), 2000))) return false;
      if (!(await this.quick.finds(path, name))) return false;
      await this.page.keyboard.press('Enter');
      return appears(focused, 5000);
    });
  }

  /** The text of the item of the status bar that holds this text, once there is one. */
  async statusItem(text: RegExp): Promise<string> {
    const item = this.page.locator('.statusbar-item', { hasText: text }).first();
    await item.waitFor({ timeout: longest });
    return textOf(item);
  }

  /** Waits until a view has a badge that says this, or none has. */
  async badge(text: string, state: 'visible' | 'hidden'): Promise<void> {
    await this.page.locator('.activitybar').getByLabel(text).first().waitFor({ state, timeout: longest });
  }

  tab(name: string): Locator {
    return this.page.locator('.tabs-container .tab', { hasText: name }).first();
  }

  /** The visible text of the editor whose tab is selected and has this name. */
  async editorText(name: string): Promise<string> {
    const lines = this.#editor(name).locator('.view-line');
    const tops = await lines.evaluateAll((elements) =>
      elements.map((element) => Number.parseInt(element.style.top, 10)),
    );
    const texts = (await lines.allInnerTexts()).map((text, index) => ({ text, top: tops[index] ?? 0 }));
    return plain(
      texts
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text)
        .join('\n'),
    );
  }

  /** Types at the end of a line (counted from 1). */
  async type(line: number, text: string): Promise<void> {
    await this.goTo(line);
    await this.page.keyboard.press('End');
    await this.page.keyboard.type(text);
  }

  /** Places the cursor on a line (counted from 1) of the active editor: again where a view has taken the keys. */
  async goTo(line: number): Promise<void> {
    const place = this.page.locator('.statusbar-item', { hasText: `Ln ${line},` }).first();
    await waitFor(`line ${line}`, async () => {
      await this.page.keyboard.press('Control+G');
      if (!(await appears(this.quick.input(), 2000))) return false;
      await this.page.keyboard.type(`${line}`);
      await this.page.keyboard.press('Enter');
      return appears(place, 2000);
    });
  }

  /** Points with the mouse at a word of the active editor and gives what the hover says. */
  async hover(word: string): Promise<string> {
    const hover = this.page.locator('.monaco-hover:not(.hidden):not(.workbench-hover) .monaco-hover-content').first();
    return waitFor(`a hover on ${word}`, async () => {
      const place = await this.page.evaluate<[number, number] | undefined>(placeOf(word, lines.editor));
      if (!place) return undefined;
      await this.page.mouse.move(5, 5);
      await this.page.mouse.move(...place, { steps: 3 });
      if (!(await appears(hover, 3000))) return undefined;
      const text = await textOf(hover);
      return text !== '' && !text.startsWith('Loading') ? text : undefined;
    });
  }

  /** The rows of the Problems view that hold this text, once there is one. */
  async problem(text: string | RegExp): Promise<string> {
    if (!(await this.page.locator('.markers-panel').isVisible()))
      await this.quick.command('Problems: Focus on Problems View');
    const row = this.page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
    await row.waitFor({ timeout: longest });
    return textOf(row);
  }

  /** What the visible terminal shows, without the breaks of lines that were too long for it. */
  async terminalText(): Promise<string> {
    const rows = await this.page.locator(lines.terminal).allInnerTexts();
    return plain(rows.join('\n'));
  }

  terminalShows(pattern: RegExp): Promise<string> {
    return waitFor(`${pattern} in the terminal`, async () => {
      const text = await this.terminalText();
      return pattern.test(text) ? text : undefined;
    });
  }

  /** Presses Ctrl+C in the visible terminal. */
  async interruptTerminal(): Promise<void> {
    await this.page.locator('.terminal-wrapper.active .xterm-screen').click();
    await this.page.keyboard.press('Control+C');
  }

  /** The text of the modal dialog, once there is one. */
  async dialog(): Promise<string> {
    const box = this.page.locator('.monaco-dialog-box');
    await box.waitFor({ timeout: longest });
    return textOf(box);
  }

  async answerDialog(button: string): Promise<void> {
    await this.page.locator('.monaco-dialog-box .monaco-button', { hasText: button }).first().click();
  }

  /** The text of the notification that holds this text, once there is one. */
  async notification(text: string | RegExp): Promise<string> {
    const toast = this.page.locator('.notification-toast', { hasText: text }).first();
    await toast.waitFor({ timeout: longest });
    return textOf(toast);
  }

  /** How many notifications there are now. */
  notificationCount(): Promise<number> {
    return this.page.locator('.notification-toast').count();
  }

  /** Presses the button that ends what a notification tells the progress of. */
  async cancelNotification(text: RegExp): Promise<void> {
    const toast = this.page.locator('.notification-toast', { hasText: text }).first();
    await toast.getByRole('button', { name: 'Cancel' }).click({ timeout: longest });
  }

  clipboard(): Promise<string> {
    return this.page.evaluate<string>('navigator.clipboard.readText()');
  }

  /** Whether the browser's databases hold a text. */
  isStored(text: string): Promise<boolean> {
    return this.page.evaluate<boolean>(isInDatabases(text));
  }

  /** What a visible webview shows. It lies in a frame of VS Code's, which holds a frame of the extension's. */
  webview(index = 0): FrameLocator {
    return this.page.frameLocator(visibleWebview).nth(index).frameLocator('#active-frame');
  }

  /** The text of the visible webview that holds what is looked for, once there is one. */
  webviewText(pattern: RegExp): Promise<string> {
    return waitFor(`${pattern} in a webview`, async () => {
      const count = await this.page.locator(visibleWebview).count();
      for (let index = 0; index < count; index++) {
        const text = await textOf(this.webview(index).locator('main'));
        if (pattern.test(text)) return text;
      }
      return undefined;
    });
  }

  /** Presses a button in the visible webview. */
  async pressInWebview(name: string): Promise<void> {
    await this.webview().getByRole('button', { name }).first().click({ timeout: longest });
  }

  /** Waits for a row of a tree whose name, as a screen reader hears it, holds the text and the state. */
  async treeRow(text: RegExp, state: string): Promise<void> {
    await waitFor(`a row ${text} that is ${state}`, async () => {
      const labels = await this.#rowLabels();
      return labels.some((label) => text.test(label) && label.includes(state));
    });
  }

  /** Opens the first row of a tree that holds the text. */
  async expandRow(text: RegExp): Promise<void> {
    const label = (await this.#rowLabels()).find((one) => text.test(one)) ?? '';
    const row = this.#treeRows()
      .and(this.page.getByLabel(label, { exact: true }))
      .first();
    if ((await row.getAttribute('aria-expanded')) === 'true') return;
    await row.locator('.monaco-tl-twistie').click();
  }

  async noProblem(text: RegExp): Promise<void> {
    const row = this.page.locator('.markers-panel .monaco-list-row', { hasText: text });
    await waitFor(`no problem ${text}`, async () => (await row.count()) === 0);
  }

  async #rowLabels(): Promise<readonly string[]> {
    return this.#treeRows().evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  #treeRows(): Locator {
    return this.page.locator('.sidebar .monaco-list-row');
  }

  async codeLens(title: string): Promise<Locator> {
    const lens = this.page.locator('.codelens-decoration a', { hasText: title }).first();
    await lens.waitFor({ timeout: longest });
    return lens;
  }

  #editor(name: string): Locator {
    return this.page
      .locator('.editor-group-container', { has: this.page.locator('.tab.active', { hasText: name }) })
      .first();
  }
}
