import { workflowText } from './texts.ts';

/** The files of 500 projects with 20 workflows each, 25 to 44 lines long, by their paths below `root`. */
export function workspaceTexts(root: string): Map<string, string> {
  const files = new Map<string, string>();
  for (let project = 0; project < 500; project++) {
    const directory = `${root}/project_${project}`;
    files.set(`${directory}/tasks.py`, 'class Job: pass');
    for (let at = 0; at < 5; at++) files.set(`${directory}/queries/load_${at * 5}.sql`, 'select 1');
    for (let at = 0; at < 20; at++) files.set(`${directory}/flow_${at}.dig`, workflowText(25 + at));
  }
  return files;
}
