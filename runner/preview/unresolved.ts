import type { Evaluator } from '../../core/expressions/evaluate.ts';
import { secretKeys } from '../../core/text/secretTemplate.ts';
import { mergeMaps } from '../../core/value/merge.ts';
import { type ConfigMap, isMap, type Value } from '../../core/value/value.ts';

/** What has to be given before the request can be made. */
export interface Unresolved {
  readonly kind: 'variable' | 'secret';
  readonly name: string;
}

/** Every name that nothing defines, of all texts that the task sees. */
export async function missingVariables(
  evaluator: Evaluator,
  config: ConfigMap,
  scope: ConfigMap,
): Promise<Unresolved[]> {
  const names = new Set<string>();
  const above: ConfigMap = new Map();
  for (const [key, value] of config) {
    if (key === '_do' || key === '_else_do') continue;
    for (const [written, known] of texts(value, mergeMaps(scope, above))) await addMissing(written, known);
    above.set(key, value);
  }
  return [...names].map((name) => ({ kind: 'variable', name }));

  /** An error names one variable: the next shows once that one has a value. */
  async function addMissing(written: string, known: ConfigMap): Promise<void> {
    const given: ConfigMap = new Map([...known, ...[...names].map((name) => [name, ''] as const)]);
    for (;;) {
      const evaluated = await evaluator.template(written, given);
      const missing = evaluated.ok ? undefined : evaluated.error.variable;
      if (missing === undefined || given.has(missing)) return;
      names.add(missing);
      given.set(missing, '');
    }
  }
}

function texts(value: Value, scope: ConfigMap): [string, ConfigMap][] {
  if (typeof value === 'string') return [[value, scope]];
  if (Array.isArray(value)) return value.flatMap((item) => texts(item, scope));
  return isMap(value) ? [...value.values()].flatMap((item) => texts(item, scope)) : [];
}

/** The secrets that the options of the request name and the store does not have. */
export function missingSecrets(params: ConfigMap, secrets: (key: string) => string | undefined): Unresolved[] {
  const read = ['_command', 'http>', 'http_call>', 'headers', 'query', 'content'].map((key) => params.get(key) ?? null);
  const section = params.get('http');
  const all = [
    ...read,
    ...(isMap(section) ? ['headers', 'query', 'content'].map((key) => section.get(key) ?? null) : []),
  ];
  const keys = new Set(all.flatMap((value) => keysIn(value)));
  return [...keys].filter((key) => secrets(key) === undefined).map((name) => ({ kind: 'secret', name }));
}

function keysIn(value: Value): string[] {
  if (typeof value === 'string') return secretKeys(value);
  if (Array.isArray(value)) return value.flatMap(keysIn);
  return isMap(value) ? [...value].flatMap(([key, item]) => [...secretKeys(key), ...keysIn(item)]) : [];
}
