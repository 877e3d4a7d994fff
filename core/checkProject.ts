import { type CheckedFile, type CheckOptions, checkFile } from './check.ts';
import type { FileSystem } from './project/fileSystem.ts';
import { isInside } from './project/paths.ts';
import { Project } from './project/project.ts';
import { type FileVerdict, fileVerdict, type ProjectVerdict, projectVerdict } from './project/verdict.ts';
import type { Finding } from './rules/finding.ts';
import { uniqueFindings } from './rules/order.ts';

export interface CheckedProject {
  readonly project: Project;
  /** Its workflows, then the files in folders below that they call. */
  readonly files: readonly CheckedFile[];
  /** Sorted, each once; also those that lie in included files. */
  readonly findings: readonly Finding[];
  /** What `digdag check` says: one broken workflow at the top stops every run and every push; files in folders do not. */
  readonly verdict: ProjectVerdict;
}

/** Checks all that belongs to a project, and tells whether Digdag would run anything of it. */
export function checkProject(
  fs: FileSystem,
  directory: string,
  options: Omit<CheckOptions, 'project' | 'loaded'> = {},
): CheckedProject {
  const project = new Project(fs, directory);
  const called = [...project.reached.called].filter((path) => isInside(directory, path)).sort();
  const paths = [...new Set([...project.workflows, ...called])];
  const files = paths
    .map((path) => checkFile(fs, path, { ...options, project }))
    .filter((checked) => checked !== undefined);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const verdict = projectVerdict(fs, project, (path) => {
    const checked = byPath.get(path);
    return (checked && knownVerdict(checked)) ?? fileVerdict(fs, path, project.nameOf(path));
  });
  return { project, files, findings: uniqueFindings(files.flatMap(({ findings }) => findings)), verdict };
}

/** A fragment was not compiled, so what Digdag makes of it is not known yet. */
function knownVerdict({ file, compiled }: CheckedFile): FileVerdict | undefined {
  const [error] = file.errors;
  if (error) return { refusal: { stage: 'load', java: error.java, message: error.message } };
  if (!compiled) return undefined;
  return compiled.workflow ? { workflow: compiled.workflow } : { refusal: compiled.refusal };
}
