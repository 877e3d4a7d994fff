import { appears } from './shownText.ts';
import { waitFor } from './wait.ts';
import type { Workbench } from './workbench.ts';

/** How VS Code lists its themes, and the mark that its window has in each. */
const themes = {
  dark: ['Dark Modern', 'vs-dark'],
  light: ['Light Modern', 'vs'],
  highContrast: ['Dark High Contrast', 'hc-black'],
} as const;

/** Changes the colours of the window: again where a view has taken the focus, and VS Code has closed its list. */
export async function useTheme(workbench: Workbench, theme: keyof typeof themes): Promise<void> {
  const [name, mark] = themes[theme];
  const changed = workbench.page.locator(`.monaco-workbench.${mark}`);
  await waitFor(`the theme ${name}`, async () => {
    if (await changed.isVisible()) return true;
    await workbench.quick.command('Preferences: Color Theme');
    await workbench.quick.row('Browse Additional Color Themes');
    if (!(await workbench.quick.finds(name, name))) return false;
    await workbench.page.keyboard.press('Enter');
    return appears(changed, 5000);
  });
}

/** How many colours the text of the active editor has. */
export async function textColours(workbench: Workbench): Promise<number> {
  const colours = await workbench.page.evaluate<string[]>(`
    [...document.querySelectorAll('.editor-group-container.active .view-line span span')].map(
      (element) => getComputedStyle(element).color,
    )`);
  return new Set(colours).size;
}
