import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hasTemplate } from '../../core/expressions/scan.ts';
import { Resolver } from '../../core/expressions/scopes/resolver.ts';
import type { Variable } from '../../core/expressions/scopes/variable.ts';
import { toJson } from '../../core/value/json.ts';
import { parseJson } from '../../core/value/parseJson.ts';
import { type ConfigMap, isMap, type Value } from '../../core/value/value.ts';
import { nodeEvaluator } from '../../host/evaluator.ts';

it('what the editor shows is what Digdag answered, though only the variables that a text reads are given to it', async () => {
  const path = '../shared/conformance/eval.jsonl';
  if (!existsSync(path)) return;
  const cases = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => parseJson(line))
    .filter(isMap)
    .filter((recorded) => recorded.get('run') !== false && recorded.get('ok') === true)
    .filter((recorded) => typeof recorded.get('template') === 'string' && !hasTemplate(toJson(paramsOf(recorded))));
  expect(cases.length).toBeGreaterThan(500);
  const evaluator = nodeEvaluator();
  const resolver = new Resolver(evaluator);
  const wrong: string[] = [];
  try {
    for (const recorded of cases) {
      const result = await resolver.resolve(String(recorded.get('template')), variables(paramsOf(recorded)));
      const shown = result.ok ? result.value : result.error.message;
      if (shown !== recorded.get('value')) wrong.push(`${recorded.get('id')}: ${shown}`);
    }
  } finally {
    evaluator.dispose();
  }
  expect(wrong).toEqual([]);
}, 120_000);

function paramsOf(recorded: ConfigMap): ConfigMap {
  const params = recorded.get('params');
  return isMap(params) ? params : new Map();
}

function variables(params: ConfigMap): Map<string, Variable> {
  const entries = [...params].map(([name, value]): [string, Variable] => [name, variable(name, value)]);
  return new Map(entries);
}

function variable(name: string, value: Value): Variable {
  return { name, value, certainty: 'fixed', origin: { kind: 'parameter' }, overrides: [] };
}
