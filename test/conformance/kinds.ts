import type { Kind, Means } from './kind.ts';

/** The kinds of recordings by file name. A file of another name is unknown to us: it counts as an error, never as passed. */
export const kinds: Readonly<Record<string, (means: Means) => Promise<Kind>>> = {
  'check.jsonl': async () => (await import('./kinds/check.ts')).check(),
  'check-mutants.jsonl': async () => (await import('./kinds/check.ts')).check(),
  'yaml.jsonl': async () => (await import('./kinds/yaml.ts')).yaml,
  'corpus.jsonl': async () => (await import('./kinds/corpus.ts')).corpus(),
  'schedule.jsonl': async () => (await import('./kinds/schedule.ts')).schedule,
  'eval.jsonl': async () => (await import('./kinds/eval.ts')).evaluation(),
  'eval-corpus.jsonl': async () => (await import('./kinds/eval.ts')).evaluation(),
  'run.jsonl': async (means) => (await import('./kinds/run.ts')).run(means),
  'run-acceptance.jsonl': async (means) => (await import('./kinds/run.ts')).run(means),
  'run-asked.jsonl': async (means) => (await import('./kinds/run.ts')).run(means),
  'http.jsonl': async (means) => (await import('./kinds/http.ts')).http(means),
  'server.jsonl': async () => (await import('./kinds/server.ts')).server,
};
