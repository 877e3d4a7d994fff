import type { Finding } from '../../core/rules/finding.ts';

type ByPath = ReadonlyMap<string, readonly Finding[]>;

/**
 * Who found what in which file. A finding may lie in an included file, and two files that include it find the same there: each is shown once.
 * `send` is called for each file whose findings may have changed.
 */
export class Publisher {
  readonly #bySource = new Map<string, ByPath>();
  /** Who found something in a file: of thousands of sources few did. */
  readonly #sourcesOf = new Map<string, Set<string>>();
  readonly #send: (path: string, findings: readonly Finding[]) => void;

  constructor(send: (path: string, findings: readonly Finding[]) => void) {
    this.#send = send;
  }

  /** The findings of the check of `source` are these now. */
  set(source: string, findings: readonly Finding[]): void {
    const before = this.#bySource.get(source);
    const now = groupByPath(findings);
    this.#bySource.set(source, now);
    for (const path of before?.keys() ?? []) this.#sourcesOf.get(path)?.delete(source);
    for (const path of now.keys()) this.#sourcesOf.set(path, (this.#sourcesOf.get(path) ?? new Set()).add(source));
    for (const path of new Set([source, ...(before?.keys() ?? []), ...now.keys()])) this.#show(path);
  }

  /** Nothing is known of `source` any more. */
  remove(source: string): void {
    const before = this.#bySource.get(source);
    if (!this.#bySource.delete(source)) return;
    for (const path of before?.keys() ?? []) {
      this.#sourcesOf.get(path)?.delete(source);
      this.#show(path);
    }
  }

  /** The text of `path` is another: what others found in it stands at wrong places until they are checked again. */
  textChanged(path: string): void {
    const sources = this.#sourcesOf.get(path) ?? new Set<string>();
    for (const source of [...sources].filter((other) => other !== path)) {
      const found = this.#bySource.get(source) ?? new Map();
      this.#bySource.set(source, new Map([...found].filter(([other]) => other !== path)));
      sources.delete(source);
    }
  }

  /** The sources of which something is known that begin with a word. */
  sourcesAs(word: string): string[] {
    return [...this.#bySource.keys()].filter((source) => source.startsWith(word));
  }

  #show(path: string): void {
    const sources = this.#sourcesOf.get(path) ?? new Set();
    const found = [...sources].flatMap((source) => this.#bySource.get(source)?.get(path) ?? []);
    this.#send(path, sources.size > 1 ? withoutTwins(found) : found);
  }
}

function groupByPath(findings: readonly Finding[]): ByPath {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group) group.push(finding);
    else groups.set(finding.path, [finding]);
  }
  return groups;
}

/** Each finding once; one source alone finds nothing twice. */
function withoutTwins(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

function keyOf({ start, end, rule, message }: Finding): string {
  return JSON.stringify([start, end, rule, message]);
}
