import { spawnSync } from 'node:child_process';
import { checkFile } from '../../core/check.ts';
import { Projects } from '../../core/project/project.ts';
import { filesOf } from './benchFiles.ts';
import { floor } from './floor.ts';
import { plainRow, row, sideBySide } from './measure.ts';
import { workspaceTexts } from './workspaceTexts.ts';

/** The argument with which the bench measures the memory of one full check in a process of its own. */
export const memoryOfCheck = '--memory-of-check';

/** 10,000 workflows in 500 projects: one round over all of them, a file a turn as the server does it. */
export function workspace(): string[] {
  const check = checkOfWorkspace();
  let longest = 0;
  const measured = sideBySide(
    () => {
      longest = check().longest;
    },
    () => {
      for (const [path, text] of workspaceTexts('/w')) if (path.endsWith('.dig')) floor(text);
    },
    20_000,
  );
  const alone = spawnSync(process.execPath, [process.argv[1] ?? '', memoryOfCheck], { encoding: 'utf8' });
  return [
    row('full check of 10,000 workflows', measured, 1.5),
    plainRow('the longest turn of it', longest, 'ms', 100),
    plainRow('memory of a process (RSS) that has checked all, texts included', Number(alone.stdout), 'MB', 400),
  ];
}

/** Checks everything once, and prints this process's memory in MB. */
export function printMemoryOfCheck(): void {
  checkOfWorkspace()();
  console.log(process.memoryUsage().rss / 1e6);
}

/** @returns a full check; it gives the longest time that one file took, in milliseconds */
function checkOfWorkspace(): () => { readonly longest: number } {
  const files = workspaceTexts('/w');
  const fs = filesOf(files);
  const workflows = [...files.keys()].filter((path) => path.endsWith('.dig'));
  return () => {
    const projects = new Projects(fs, '/w');
    let longest = 0;
    for (const path of workflows) {
      const started = performance.now();
      checkFile(fs, path, { project: projects.of(path) });
      longest = Math.max(longest, performance.now() - started);
    }
    return { longest };
  };
}
