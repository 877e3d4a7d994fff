import { toJson } from '../value/json.ts';
import type { ConfigMap } from '../value/value.ts';

/**
 * The same for evaluations of a text that come out the same.
 * @param reads the zone, and what else the text reads, in an order that the text decides
 */
export function evaluationKey(text: string, reads: ConfigMap): string {
  return `${text}\n${toJson(reads)}`;
}
