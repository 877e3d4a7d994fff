import type { Locator } from 'playwright-core';

/** Milliseconds. The machine may be busy with other things. */
export const longest = 60_000;

/** Whether it becomes visible within this time. */
export async function appears(locator: Locator, milliseconds: number): Promise<boolean> {
  try {
    await locator.waitFor({ timeout: milliseconds });
    return true;
  } catch {
    return false;
  }
}

/** The visible text of all that is found. */
export async function textOf(locator: Locator): Promise<string> {
  return plain((await locator.allInnerTexts()).join('\n'));
}

/** The page shows blanks as no-break spaces. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u200c', '');
}

/** As a part of a regular expression that finds just this text. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
