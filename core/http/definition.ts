import { caught, DigdagError, type Result } from '../text/digdagError.ts';
import { Float, type Value } from '../value/value.ts';
import { writeYaml } from '../yaml/write.ts';
import type { Answer } from './answer.ts';
import { bodyText, contentType, textOf } from './body.ts';
import { type JacksonResult, readJackson } from './jackson.ts';
import { mediaTypeOf } from './mediaType.ts';
import type { HttpRequest } from './request.ts';
import { checkLength } from './verdict.ts';

/**
 * The workflow that an accepted answer holds: the text that Digdag writes to http_call.dig. JSON is written anew as YAML, YAML taken as
 * it is; whether it is a workflow is not looked at here (HttpCallOperatorFactory.runTask).
 */
export function definitionText(request: Pick<HttpRequest, 'contentTypeOverride'>, answer: Answer): Result<string> {
  return caught(() => {
    const override = request.contentTypeOverride;
    const content = override === undefined ? bodyText(answer) : textOf(answer.body, overrideCharset(override));
    checkLength(content);
    const written = contentType(answer).mediaType;
    switch (mediaTypeOf(override ?? requiredType(written))) {
      case 'application/json':
        return jsonAsYaml(readJackson(content));
      case 'application/x-yaml':
        return content;
      default:
        throw new DigdagError(
          `Unsupported Content-Type (expected application/json or application/x-yaml): ${written ?? 'null'}`,
        );
    }
  });
}

/** All that stands behind `charset=`: it must come last. */
function overrideCharset(override: string): string | undefined {
  const index = override.toLowerCase().indexOf('charset=');
  return index > 0 ? override.slice(index + 'charset='.length) : undefined;
}

function requiredType(written: string | undefined): string {
  if (written === undefined || written === '') {
    throw new DigdagError('Content-Type must be set in the HTTP response but not set');
  }
  return written;
}

function jsonAsYaml(read: JacksonResult): string {
  if (!read.ok) {
    if (read.message === '') throw new DigdagError(read.javaClass);
    throw new DigdagError(`Failed to parse response as JSON: ${read.javaClass}: ${read.message}`, 'runtime');
  }
  if (read.value === undefined) return 'null\n';
  if (read.value instanceof Map) return writeYaml(read.value);
  const node = `com.fasterxml.jackson.databind.node.${nodeClass(read.value)}`;
  const object = 'com.fasterxml.jackson.databind.node.ObjectNode';
  const message = `class ${node} cannot be cast to class ${object} (${node} and ${object} are in unnamed module of loader 'app')`;
  throw new DigdagError(message, 'class cast');
}

function nodeClass(value: Exclude<Value, Map<string, Value>>): string {
  if (value === null) return 'NullNode';
  if (Array.isArray(value)) return 'ArrayNode';
  if (value instanceof Float) return 'DoubleNode';
  if (typeof value === 'string') return 'TextNode';
  if (typeof value === 'boolean') return 'BooleanNode';
  if (BigInt.asIntN(32, BigInt(value)) === BigInt(value)) return 'IntNode';
  return BigInt.asIntN(64, BigInt(value)) === BigInt(value) ? 'LongNode' : 'BigIntegerNode';
}
