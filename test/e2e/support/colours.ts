import type { Workbench } from './workbench.ts';

/** How VS Code lists its themes, and the mark that its window has in each. */
const themes = {
  dark: ['Dark Modern', 'vs-dark'],
  light: ['Light Modern', 'vs'],
  highContrast: ['Dark High Contrast', 'hc-black'],
} as const;

/** Changes the colours of the window. */
export async function useTheme(workbench: Workbench, theme: keyof typeof themes): Promise<void> {
  const [name, mark] = themes[theme];
  await workbench.command('Preferences: Color Theme');
  await workbench.row('Browse Additional Color Themes');
  await workbench.answerInput(name);
  await workbench.page.locator(`.monaco-workbench.${mark}`).waitFor({ timeout: 60_000 });
}

/** How many colours the text of the active editor has. */
export async function textColours(workbench: Workbench): Promise<number> {
  const colours = await workbench.page.evaluate<string[]>(`
    [...document.querySelectorAll('.editor-group-container.active .view-line span span')].map(
      (element) => getComputedStyle(element).color,
    )`);
  return new Set(colours).size;
}
