import type { Target } from '../core/catalog/targets/target.ts';
import type { CheckOptions } from '../core/check.ts';
import type { Severity } from '../core/rules/finding.ts';

/** The settings `digkit.*` that the server reads, per resource. package.json declares them; settings.test.ts holds the two together. */
export interface Settings {
  /** Severities of rules by id. */
  readonly 'diagnostics.severity': Readonly<Record<string, Severity | 'off'>>;
  /** Operators that plugins bring, without `>`. */
  readonly operators: readonly string[];
  readonly target: Target;
  readonly 'codeLens.enabled': boolean;
  /** The values of `${…}` in the text: of none, of those that need the session only, of all. */
  readonly inlayHints: 'off' | 'session' | 'on';
}

export const defaultSettings: Settings = {
  'diagnostics.severity': {},
  operators: [],
  target: 'digdag',
  'codeLens.enabled': true,
  inlayHints: 'off',
};

const severities = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** Settings as a client sends them; whatever has the wrong shape counts as not set. `sent` is the section `digkit`. */
export function readSettings(sent: unknown): Settings {
  const at = (name: string) => name.split('.').reduce((value, key) => property(value, key), sent);
  const severity = at('diagnostics.severity');
  const operators = at('operators');
  const enabled = at('codeLens.enabled');
  const hints = at('inlayHints');
  return {
    'diagnostics.severity': isRecord(severity)
      ? Object.fromEntries(
          Object.entries(severity).filter((entry): entry is [string, Severity | 'off'] => isSeverity(entry[1])),
        )
      : defaultSettings['diagnostics.severity'],
    operators: Array.isArray(operators)
      ? operators.filter((name) => typeof name === 'string')
      : defaultSettings.operators,
    target: targetOf(at('target')),
    'codeLens.enabled': typeof enabled === 'boolean' ? enabled : defaultSettings['codeLens.enabled'],
    inlayHints: hints === 'session' || hints === 'on' ? hints : defaultSettings.inlayHints,
  };
}

/** The settings that a check takes. */
export function checkOptions(settings: Settings): CheckOptions {
  return {
    severities: settings['diagnostics.severity'],
    knownOperators: settings.operators,
    target: settings.target,
  };
}

/** `treasure` was its name once. */
function targetOf(value: unknown): Target {
  return value === 'treasure-data' || value === 'treasure' ? 'treasure-data' : defaultSettings.target;
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return typeof value === 'string' && severities.has(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function property(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}
