import type { HttpRecording, RecordedOutcome } from './recording.ts';

/**
 * What a run of Digkit must give where Digdag did this (docs/differences.md): a fetched workflow is not left in the project, so that a
 * file of the same name keeps its text, and a task that prints it prints that; Java's stack traces are empty here.
 */
export function expectedOutcome(outcome: RecordedOutcome, { files = {} }: HttpRecording): RecordedOutcome {
  const tasks = outcome.tasks?.map((task) => ({
    ...task,
    ...('config' in task ? { config: untraced(task.config) } : {}),
  }));
  let stdout = outcome.stdout.join('\n');
  for (const [path, written] of Object.entries(outcome.filesWritten ?? {})) {
    const kept = files[path];
    const text = typeof kept === 'string' ? kept : kept?.text;
    if (text !== undefined) stdout = stdout.replace(written.trimEnd(), () => text.trimEnd());
  }
  const lines = outcome.stdout.length === 0 ? [] : stdout.split('\n');
  return { ...outcome, stdout: lines, ...(tasks ? { tasks } : {}) };
}

function untraced(config: unknown): unknown {
  return JSON.parse(JSON.stringify(config, (key, value) => (key === 'stacktrace' ? '' : value)));
}
