import type { FileSystem } from './fileSystem.ts';
import { dirname, join } from './paths.ts';

/** Other files that a workflow's text names, as absolute paths; only what is written out, no `${…}`. */
export interface References {
  readonly includes: readonly string[];
  readonly calls: readonly string[];
}

/**
 * Finds `!include` and `call>` in a text without parsing it: quick enough for whole projects, and good enough to tell what a file is there
 * for. (What they mean exactly is the loader's and the rules' business.)
 */
export function referencesIn(path: string, text: string): References {
  const directory = dirname(path);
  const includes = values(text, '!include', /^[ \t-]*['"]?!include\b[^:\n]*?['"]?[ \t]*:[ \t]+(.+)$/gm);
  const calls = values(text, 'call>', /(?:^|[\s{,'"])call>['"]?[ \t]*:[ \t]+(.+)$/gm);
  return {
    includes: includes.map((name) => join(directory, name)),
    calls: calls.map((name) => join(directory, name.endsWith('.dig') ? name : `${name}.dig`)),
  };
}

/** @param word stands in each match: only the lines that hold it are looked at */
function values(text: string, word: string, pattern: RegExp): string[] {
  const written: string[] = [];
  for (let at = text.indexOf(word); at >= 0; ) {
    const end = text.indexOf('\n', at);
    const lineEnd = end < 0 ? text.length : end;
    const line = text.slice(text.lastIndexOf('\n', at) + 1, lineEnd);
    for (const match of line.matchAll(pattern)) written.push(plain(match[1] ?? ''));
    at = text.indexOf(word, lineEnd);
  }
  return written.filter((name) => name && !name.includes('${'));
}

/** The value of a line without quotes and comment. */
function plain(written: string): string {
  const quoted = /^(['"])(.*?)\1/.exec(written);
  if (quoted) return quoted[2] ?? '';
  return written.replace(/(?:[ \t]#.*|[,}].*|[ \t]+)$/, '').trim();
}

/** The files that can be reached from some, by `call>` and by `!include`. */
export interface Reached {
  readonly called: ReadonlySet<string>;
  readonly included: ReadonlySet<string>;
}

export function reach(fs: FileSystem, from: readonly string[]): Reached {
  const called = new Set<string>();
  const included = new Set<string>();
  const seen = new Set(from);
  const queue = [...from];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const file = fs.read(path);
    if (!file) continue;
    const references = referencesIn(path, file.text);
    for (const include of references.includes) included.add(include);
    for (const call of references.calls) called.add(call);
    for (const next of [...references.includes, ...references.calls]) {
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return { called, included };
}
