/**
 * A text for a person, still translatable: an English template with `{0}`-style places, and what goes into them.
 * The template is the key of the translation (`l10n/bundle.l10n.*.json`), as in VS Code's own localisation.
 */
export interface Text {
  readonly template: string;
  /** A text among them is translated, too. */
  readonly args: readonly (string | Text)[];
}

export type Translations = Readonly<Record<string, string>>;

export function text(template: string, ...args: (string | number | Text)[]): Text {
  return { template, args: args.map((value) => (typeof value === 'object' ? value : String(value))) };
}

/** The text in the reader's language; English where no translation is given. */
export function render(value: Text, translations: Translations = {}): string {
  const template = translations[value.template] ?? value.template;
  return template.replace(/\{(\d+)\}/g, (place, index: string) => {
    const argument = value.args[Number(index)] ?? place;
    return typeof argument === 'string' ? argument : render(argument, translations);
  });
}
