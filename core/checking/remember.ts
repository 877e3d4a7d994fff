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
  const byEntry = new Map<LocatedEntry, Finding[]>();
  for (const part of looked) byEntry.set(part.entry, []);
  for (const finding of run.findings) {
    const part = partAt(parts, finding);
    const of = part && part.entry.path === finding.path ? byEntry.get(part.entry) : undefined;
    if (!of) return false;
    of.push(finding);
  }
  const neighbourly = new Set([...run.neighbourly].map(topEntryOf));
  for (const { part, task: node, waits, outputs, outputsBefore } of tree.compiled) {
    const { entry, section } = part;
    const findings = byEntry.get(entry) ?? [];
    const own = { path: entry.path, start: section.start, end: section.end };
    cache.tasks.set(entry.origin, {
      node,
      shift: entry.shift,
      findings,
      neighbourly: neighbourly.has(entry) || !findings.every((finding) => liesWithin(finding, own)),
      refused: refused.has(entry),
      waits,
      outputs,
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
