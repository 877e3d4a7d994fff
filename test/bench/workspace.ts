import { checkFile } from '../../core/check.ts';
import { Projects } from '../../core/project/project.ts';
import { filesOf } from './benchFiles.ts';
import { floor } from './floor.ts';
import { plainRow, row, sideBySide } from './measure.ts';
import { workflowText } from './texts.ts';

/** 10,000 workflows in 500 projects: one round over all of them, a file a turn as the server does it. */
export function workspace(): string[] {
  const files = new Map<string, string>();
  for (let project = 0; project < 500; project++) {
    const directory = `/w/project_${project}`;
    files.set(`${directory}/tasks.py`, 'class Job: pass');
    for (let at = 0; at < 5; at++) files.set(`${directory}/queries/load_${at * 5}.sql`, 'select 1');
    for (let at = 0; at < 20; at++) files.set(`${directory}/flow_${at}.dig`, workflowText(25 + at));
  }
  const fs = filesOf(files);
  const workflows = [...files].filter(([path]) => path.endsWith('.dig'));
  let longest = 0;
  const check = (): number => {
    const projects = new Projects(fs, '/w');
    longest = 0;
    let findings = 0;
    for (const [path] of workflows) {
      const started = performance.now();
      findings += checkFile(fs, path, { project: projects.of(path) })?.findings.length ?? 0;
      longest = Math.max(longest, performance.now() - started);
    }
    return findings;
  };
  const measured = sideBySide(
    check,
    () => {
      for (const [, text] of workflows) floor(text);
    },
    20_000,
  );
  return [
    row('full check of 10,000 workflows', measured, 1.5),
    plainRow('the longest turn of it', longest, 'ms', 100),
    plainRow('memory of the process (texts, tools and floor included)', process.memoryUsage().rss / 1e6, 'MB', 400),
  ];
}
