export type Engine = 'built-in' | 'digdag';

/** What runs a workflow where nothing else is asked for. */
export interface EngineSettings {
  readonly engine: Engine;
  /** The `digdag` command; undefined: it is looked for. */
  readonly digdagPath: string | undefined;
}

/** The keys below `digkit.`; package.json declares them. */
export const engineSettingKeys = ['run.engine', 'run.digdagPath'] as const;

/** Settings as a person may have written them: what has the wrong shape counts as not set. */
export function readEngineSettings(get: (key: (typeof engineSettingKeys)[number]) => unknown): EngineSettings {
  const engine = get('run.engine');
  const path = get('run.digdagPath');
  return {
    engine: isEngine(engine) ? engine : 'built-in',
    digdagPath: typeof path === 'string' && path.trim() !== '' ? path.trim() : undefined,
  };
}

export function isEngine(value: unknown): value is Engine {
  return value === 'built-in' || value === 'digdag';
}
