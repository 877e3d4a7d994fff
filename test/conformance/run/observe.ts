import type { RunEvent, RunFinished } from '../../../runner/events.ts';
import type { Observed, RecordedTask } from './recording.ts';

/** A finished run in the recording's form. */
export function observed(finished: RunFinished, events: readonly RunEvent[]): Observed {
  const chunks = events.flatMap((event) => (event.type === 'output' ? [event.chunk] : []));
  return {
    exitCode: finished.success ? 0 : 1,
    tasks: tasksOf(finished),
    stdout: lines(Buffer.concat(chunks).toString('utf8')),
    error: finished.errors.map(({ message }) => message),
    errorTasks: finished.errors.map(({ task }) => task.name),
  };
}

/** A run that could not start. */
export function refused(message: string): Observed {
  return { exitCode: 1, tasks: [], stdout: [], error: [message], errorTasks: [] };
}

function lines(text: string): string[] {
  if (text === '') return [];
  return (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
}

function tasksOf({ tasks }: RunFinished): RecordedTask[] {
  const names = new Map(tasks.map(({ task }) => [task.id, task.name]));
  const nameOf = (id: number): string => names.get(id) ?? `#${id}`;
  return tasks.map(({ task, state, parent, upstreams, stored, exported, message }) => ({
    fullName: task.name,
    state,
    ...(task.group ? { group: true } : {}),
    ...(parent === undefined ? {} : { parent: nameOf(parent) }),
    ...(upstreams.length === 0 ? {} : { upstreams: upstreams.map(nameOf) }),
    ...(stored === undefined ? {} : { stored }),
    ...(exported === undefined ? {} : { exported }),
    ...(message === undefined ? {} : { error: message }),
  }));
}
