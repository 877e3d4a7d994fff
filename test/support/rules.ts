import type { Target } from '../../core/catalog/targets/target.ts';
import { checkFile } from '../../core/check.ts';
import { Project } from '../../core/project/project.ts';
import { applyEdits } from '../../core/rules/applyEdits.ts';
import type { FileChange } from '../../core/rules/finding.ts';
import type { Rule } from '../../core/rules/rule.ts';
import { render } from '../../core/text/text.ts';
import { memoryFileSystem } from './memoryFileSystem.ts';

/** What a rule says of a text, for short assertions. */
export interface Said {
  /** The text that is marked. */
  readonly at: string;
  readonly message: string;
  readonly severity: string;
  /** The text after each fix that changes no more than texts. */
  readonly fixed: readonly string[];
  /** The files that fixes make or move: `+q.sql`, `a.dig -> b.dig`. */
  readonly files: readonly string[];
}

/** The findings of one rule on `main.dig`, given alone or with the other files of its project by relative path. */
export function said(
  rule: Rule,
  files: string | Readonly<Record<string, string>>,
  main = 'main.dig',
  target: Target = 'digdag',
): Said[] {
  const all = typeof files === 'string' ? { [main]: files } : files;
  const fs = memoryFileSystem(
    Object.fromEntries(Object.entries(all).map(([path, text]) => [`/project/${path}`, text])),
  );
  const source = all[main] ?? '';
  const path = `/project/${main}`;
  const project = main.includes('/') ? new Project(fs, '/project') : undefined;
  const checked = checkFile(fs, path, { target, ...(project && { project }) });
  return (checked?.findings ?? [])
    .filter((finding) => finding.rule === rule.id)
    .map(({ start, end, message, severity, fixes = [] }) => ({
      at: source.slice(start, end),
      message: render(message),
      severity,
      fixed: fixes.filter(({ files }) => !files).map(({ edits }) => applyEdits(source, edits)),
      files: fixes.flatMap(({ files = [] }) => files.map(fileChange)),
    }));
}

function fileChange(change: FileChange): string {
  const name = (path: string) => path.replace('/project/', '');
  return change.kind === 'create' ? `+${name(change.path)}` : `${name(change.path)} -> ${name(change.to)}`;
}
