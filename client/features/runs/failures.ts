import { Diagnostic, DiagnosticSeverity, type Disposable, languages, Position, Range, Uri } from 'vscode';
import type { RunRecord } from './runRecord.ts';
import type { RunStore } from './runStore.ts';

/** The failures of the last run of each workflow, in Problems until its next run. */
export class RunFailures implements Disposable {
  readonly #problems = languages.createDiagnosticCollection('digkit-run');

  constructor(private readonly store: RunStore) {}

  refresh(): void {
    const last = new Map<string, RunRecord>();
    for (const run of [...this.store.runs].reverse()) if (run.request) last.set(run.request.file, run);
    const found = new Map<string, Diagnostic[]>();
    for (const run of last.values()) {
      for (const { name, message = '', source } of run.failed) {
        const path = source?.path ?? run.request?.file;
        if (path === undefined) continue;
        const problem = new Diagnostic(rangeOf(source, name), `${name}: ${message}`, DiagnosticSeverity.Error);
        problem.source = 'digkit run';
        found.set(path, [...(found.get(path) ?? []), problem]);
      }
    }
    this.#problems.clear();
    for (const [path, problems] of found) this.#problems.set(Uri.file(path), problems);
  }

  dispose(): void {
    this.#problems.dispose();
  }
}

/** The task's key. */
function rangeOf(source: { readonly line: number; readonly column: number } | undefined, name: string): Range {
  const start = new Position((source?.line ?? 1) - 1, (source?.column ?? 1) - 1);
  const key = /\+[^+^]*$/.exec(name)?.[0] ?? '';
  return new Range(start, start.translate(0, source ? Math.max(key.length, 1) : 0));
}
