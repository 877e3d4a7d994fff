import type { LocatedEntry } from '../project/located.ts';
import type { Finding } from '../rules/finding.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import type { CheckCache } from './checkCache.ts';
import type { FileTree } from './fileTree.ts';
import { liesWithin } from './moved.ts';
import { type FilePart, partAt } from './parts.ts';
import type { RuleRun } from './runRules.ts';

/** What came of a check. */
interface Checked {
  readonly cache: CheckCache;
  readonly parts: readonly FilePart[];
  readonly tree: FileTree;
  /** The parts that were looked at. */
  readonly looked: readonly FilePart[];
  readonly refused: ReadonlySet<LocatedEntry>;
  readonly run: RuleRun;
}

/** Keeps what was found in each task. @returns false where a finding belongs to none of those that were looked at */
export function remember({ cache, parts, tree, looked, refused, run }: Checked): boolean {
  const byEntry = new Map<LocatedEntry, { part: FilePart; findings: Finding[] }>();
  for (const part of looked) byEntry.set(part.entry, { part, findings: [] });
  for (const finding of run.findings) {
    const part = partAt(parts, finding);
    const of = part && part.entry.path === finding.path ? byEntry.get(part.entry) : undefined;
    if (!of) return false;
    of.findings.push(finding);
  }
  const neighbourly = new Set([...run.neighbourly].map(topEntryOf));
  for (const { entry, task: node, outputsBefore } of tree.tasks) {
    const of = byEntry.get(entry);
    if (!of) continue;
    const { start, end } = of.part.section;
    const own = { path: entry.path, start, end };
    cache.tasks.set(entry.origin, {
      node,
      shift: entry.shift,
      findings: of.findings,
      neighbourly: neighbourly.has(entry) || !of.findings.every((finding) => liesWithin(finding, own)),
      refused: refused.has(entry),
      outputsBefore,
    });
  }
  return true;
}

/** The entry right below the root in which a task stands. */
function topEntryOf(task: TaskNode): LocatedEntry | null {
  let at = task;
  while (at.parent && at.parent.parent !== null) at = at.parent;
  return at.entry;
}
