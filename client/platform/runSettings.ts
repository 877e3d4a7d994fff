/** What the settings `digkit.run.*` hold. */
export interface RunSettings {
  readonly params: Readonly<Record<string, string>>;
  /** Undefined: as `digkit run` chooses it. */
  readonly session: string | undefined;
  /** Patterns of the files that are offered as profiles. */
  readonly profiles: readonly string[];
}

/** The keys that the client reads, below `digkit.`; package.json declares them, settings.test.ts holds the two together. */
export const runSettingKeys = ['run.params', 'run.session', 'run.profiles'] as const;

/** Settings as a person may have written them: what has the wrong shape counts as not set. */
export function readRunSettings(get: (key: (typeof runSettingKeys)[number]) => unknown): RunSettings {
  const session = get('run.session');
  const profiles = get('run.profiles');
  return {
    params: flatParams(get('run.params')),
    session: typeof session === 'string' && session.trim() !== '' ? session.trim() : undefined,
    profiles: Array.isArray(profiles) ? profiles.filter((pattern) => typeof pattern === 'string') : [],
  };
}

/** Parameters as `-p key=value` takes them: always texts, nested ones with dots in their keys. */
export function flatParams(value: unknown): Record<string, string> {
  return Object.fromEntries(flat(value, ''));
}

function flat(value: unknown, prefix: string): [string, string][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]): [string, string][] => {
    const isPlain = typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean';
    return isPlain ? [[`${prefix}${key}`, String(item)]] : flat(item, `${prefix}${key}.`);
  });
}
