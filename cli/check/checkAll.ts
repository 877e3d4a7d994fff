import { type CheckOptions, checkFile } from '../../core/check.ts';
import { Projects } from '../../core/project/project.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { uniqueFindings } from '../../core/rules/order.ts';
import { nodeFileSystem } from '../../host/nodeFileSystem.ts';
import type { Targets } from './targets.ts';

type Settings = Pick<CheckOptions, 'target' | 'severities'>;

interface Checked {
  readonly findings: Finding[];
  /** Files of which nothing can be said: they are locked, gone by now, or larger than any workflow. */
  readonly unread: readonly string[];
}

/** Checks all files; each finding comes once: two workflows that include one file find the same in it. */
export function checkAll({ files, top }: Pick<Targets, 'files' | 'top'>, options: Settings = {}): Checked {
  const projects = new Projects(nodeFileSystem, top);
  const results = files.map((path) => ({
    path,
    check: checkFile(nodeFileSystem, path, { ...options, project: projects.of(path) }),
  }));
  return {
    findings: uniqueFindings(results.flatMap(({ check }) => check?.findings ?? [])),
    unread: results.filter(({ check }) => !check).map(({ path }) => path),
  };
}
