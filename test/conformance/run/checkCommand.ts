import { toMap } from '../../../core/project/located.ts';
import { Project } from '../../../core/project/project.ts';
import { projectVerdict } from '../../../core/project/verdict.ts';
import { readSchedule } from '../../../core/schedule/schedule.ts';
import { utc } from '../../../core/time/zone.ts';
import { ConfigError } from '../../../core/value/typed.ts';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import type { Recording } from './recording.ts';

/** A recording of `digdag check`, which its notes say: nothing ran. */
export function isOfCheck({ notes = '' }: Recording): boolean {
  return /^digdag check\b/.test(notes);
}

/**
 * `digkit check` tells findings where `digdag check` lists what it found (docs/differences.md). Its verdict counts, and what the list says of the
 * project: each workflow with the number of its tasks, and how many have a schedule.
 */
export function checkDifferences({ exitCode, stdout }: Recording, project: string): string[] {
  const verdict = projectVerdict(nodeFileSystem, new Project(nodeFileSystem, project));
  const workflows = verdict.ok ? verdict.workflows : [];
  const scheduled = workflows.filter(({ config }) => {
    const schedule = readSchedule(toMap(config), utc);
    return schedule !== undefined && !(schedule instanceof ConfigError);
  });
  const got = {
    exitCode: verdict.ok ? 0 : 1,
    definitions: workflows.map(({ name, tasks }) => `${name} (${tasks.length} tasks)`).sort(),
    schedules: scheduled.length,
  };
  const listed = stdout.flatMap((line) => /^ {4}(\S+ \(\d+ tasks\))$/.exec(line)?.[1] ?? []);
  const entries = stdout.flatMap((line) => /^ {2}Schedules \((\d+) entries\):$/.exec(line)?.[1] ?? []);
  const expected = { exitCode, definitions: listed.sort(), schedules: Number(entries[0] ?? 0) };
  const [recorded, ours] = [JSON.stringify(expected), JSON.stringify(got)];
  return recorded === ours ? [] : [`check: recorded ${recorded}\n       got      ${ours}`];
}
