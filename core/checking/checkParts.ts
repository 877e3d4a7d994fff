import type { LoadedFile } from '../project/load.ts';
import type { LocatedEntry } from '../project/located.ts';
import type { Finding, Severity } from '../rules/finding.ts';
import { lineBreakOf } from '../text/lineStart.ts';
import { type CompiledFile, compileWorkflow } from '../workflow/compile.ts';
import type { CheckCache, Surroundings } from './checkCache.ts';
import { FileTree } from './fileTree.ts';
import { movedFinding } from './moved.ts';
import { type FilePart, type KnownPart, partAt, partsOf, reduceTo } from './parts.ts';
import { remember } from './remember.ts';
import { runRules, type Subject } from './runRules.ts';

/** A file that was checked before, and may have changed since. */
export interface ChangedFile extends Pick<Subject, 'fs' | 'path' | 'project' | 'role' | 'options'> {
  readonly file: LoadedFile;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
}

/**
 * Checks the tasks at the top of a file that are not known yet, with all that stands around them, and takes the findings of the others from the
 * cache: together they are those of a check of the whole file.
 * @returns undefined where the tasks cannot be looked at apart
 */
export function checkParts(changed: ChangedFile, cache: CheckCache): readonly Finding[] | undefined {
  const parts = partsOf(changed.file, cache);
  if (!parts || changed.role === 'fragment' || !parts.every(isApart)) return undefined;
  return new PartsCheck(changed, cache, parts).findings();
}

/** Whether it is no key beside the tasks whose findings depend on the tasks. */
function isApart({ entry, isTask }: FilePart): boolean {
  if (isTask) return true;
  if (entry.key !== '_export' || entry.value.kind !== 'map') return entry.key !== '_check';
  return [...entry.value.entries.values()].every(({ value }) => value.kind !== 'scalar' || value.value !== null);
}

class PartsCheck {
  constructor(
    readonly changed: ChangedFile,
    readonly cache: CheckCache,
    readonly parts: readonly FilePart[],
  ) {}

  findings(): readonly Finding[] | undefined {
    const isNew = ({ placed }: FilePart) => placed?.known.neighbourly ?? true;
    const known = this.cache.surroundings && this.check(this.parts.filter(isNew));
    return known ?? this.check(this.parts);
  }

  /** Undefined where what is known of the others is true no more. */
  private check(looked: readonly FilePart[]): readonly Finding[] | undefined {
    const { changed, cache, parts } = this;
    const file = reduceTo(looked, changed.file);
    const { path, project, role } = changed;
    const compiled = compileWorkflow(project.nameOf(path), file.config, { called: role === 'called' });
    const tree = new FileTree(parts, looked, compiled, cache.outputs);
    if (tree.waits) return undefined;
    const refused = refusedOf(parts, compiled);
    if (!refused) return undefined;
    for (const { known, entry } of tree.kept) if (known.refused) refused.add(entry);
    const surroundings = surroundingsOf(changed, parts, refused.size > 0);
    if (tree.kept.length > 0 && !(tree.handsOnTheSame && this.areSame(surroundings))) return undefined;
    const workflow = refused.size > 0 ? undefined : compiled.workflow;
    const { topLevel, outputs } = tree;
    const { facts } = cache;
    const run = runRules({ ...changed, file, compiled, workflow, topLevel, outputs, facts }, changed.severities);
    cache.surroundings = remember({ cache, parts, tree, looked, refused, run }) ? surroundings : undefined;
    return [...run.findings, ...run.ofFile, ...findingsIn(tree.kept)];
  }

  private areSame(now: Surroundings): boolean {
    const { surroundings: before } = this.cache;
    if (!before || before.project !== now.project || before.facts !== now.facts) return false;
    return before.head.length === now.head.length && now.head.every((entry, at) => entry === before.head[at]);
  }
}

/** What was found in known tasks, where they stand now. */
function findingsIn(kept: readonly KnownPart[]): Finding[] {
  const findings: Finding[] = [];
  for (const { known, shift } of kept) {
    for (const finding of known.findings) findings.push(movedFinding(finding, shift));
  }
  return findings;
}

/** The tasks that Digdag refuses; undefined where it refuses something else. */
function refusedOf(parts: readonly FilePart[], { problems, refusal }: CompiledFile): Set<LocatedEntry> | undefined {
  const refused = new Set<LocatedEntry>();
  for (const problem of problems) {
    const part = problem.early ? partAt(parts, problem) : undefined;
    if (part?.isTask) refused.add(part.entry);
    else if (problem.early) return undefined;
  }
  return refusal && refused.size === 0 ? undefined : refused;
}

function surroundingsOf(
  { project, role, options, severities, file }: ChangedFile,
  parts: readonly FilePart[],
  refused: boolean,
): Surroundings {
  const facts = [
    role,
    options.catalog.profile.target,
    [...options.knownOperators],
    severities,
    lineBreakOf(file.text),
    refused,
  ];
  const head = parts.filter(({ isTask }) => !isTask).map(({ entry }) => entry.origin);
  return { project, facts: JSON.stringify(facts), head };
}
