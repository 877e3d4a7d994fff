import type { Evaluation, EvaluationError } from '../../../core/expressions/evaluation.ts';
import { toJson } from '../../../core/value/json.ts';
import { parseJson } from '../../../core/value/parseJson.ts';
import { type ConfigMap, isMap } from '../../../core/value/value.ts';
import { nodeEvaluator } from '../../../host/evaluator.ts';
import { failed, type Kind, type Outcome, passed } from '../kind.ts';

/** eval.jsonl: a text or a config evaluated as ConfigEvalEngine does. Cases that Digdag never finished must be stopped by our limits. */
export function evaluation(): Kind {
  const evaluator = nodeEvaluator();
  return {
    async run(line) {
      const recorded = parseJson(line);
      if (!isMap(recorded)) return failed('no JSON object');
      const params = mapOf(recorded, 'params');
      const template = recorded.get('template');
      const answer =
        typeof template === 'string'
          ? await evaluator.template(template, params)
          : await evaluator.config(mapOf(recorded, 'config'), params);
      return compare(recorded, answer);
    },
    close: () => evaluator.dispose(),
  };
}

function mapOf(map: ConfigMap, key: string): ConfigMap {
  const value = map.get(key);
  return isMap(value) ? value : new Map();
}

function compare(recorded: ConfigMap, answer: Evaluation<string | ConfigMap>): Outcome {
  const expected = recorded.get('run') === false ? 'stopped by a limit' : expectation(recorded);
  const actual = answer.ok ? `value ${withoutUuids(toJson(answer.value))}` : errorKind(answer.error);
  if (expected === actual) return passed();
  return failed(
    `expected ${expected}\nactual   ${actual}\nof ${toJson(recorded.get('template') ?? recorded.get('config') ?? '')}`,
  );
}

function expectation(recorded: ConfigMap): string {
  const message = recorded.get('message');
  if (recorded.get('ok') === true) return `value ${toJson(recorded.get('value') ?? null)}`;
  return typeof message === 'string' ? kindOfMessage(message) : 'an error without a message';
}

function errorKind(error: EvaluationError): string {
  return error.kind === 'limit' ? 'stopped by a limit' : kindOfMessage(error.message);
}

/** A JavaScript error is its name, and the variable of a ReferenceError; everything else are Digdag's own words. */
function kindOfMessage(message: string): string {
  const cause =
    /^Failed to evaluate a variable [\s\S]* \((?:((?:Reference|Type|Syntax|Range|URI|Eval)?Error): )([\s\S]*)\)$/.exec(
      message,
    );
  if (!cause) return `error ${message}`;
  return cause[1] === 'ReferenceError' ? `ReferenceError: ${cause[2]}` : `${cause[1]}`;
}

/** The recording writes `<uuid>` for every UUID. */
function withoutUuids(text: string): string {
  return text.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<uuid>');
}
