import type { YamlDocument } from '../yaml/node.ts';
import type { LoadError } from './loadError.ts';

/** What is wrong with the YAML itself. */
export function syntaxErrors(document: YamlDocument, path: string): LoadError[] {
  return document.errors.map(({ java, message, problem, start, end, context }) => {
    const error = { path, start, end, java, message, problem, includedAt: [] };
    return context
      ? { ...error, context: { path, start: context.start, end: context.start, text: context.text } }
      : error;
  });
}
