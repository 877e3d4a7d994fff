import type { Target } from './catalog/targets/target.ts';
import type { CheckCache } from './checking/checkCache.ts';
import { checkParts } from './checking/checkParts.ts';
import { runRules } from './checking/runRules.ts';
import { TaskFacts } from './checking/taskFacts.ts';
import { Outputs } from './expressions/scopes/outputs.ts';
import { catalogOf } from './project/declaredOperators.ts';
import type { FileSystem } from './project/fileSystem.ts';
import { hasTooManyCopies, type LoadedFile, loadFile } from './project/load.ts';
import { dirname } from './project/paths.ts';
import { type FileRole, Project } from './project/project.ts';
import type { Finding, Severity } from './rules/finding.ts';
import { uniqueFindings } from './rules/order.ts';
import type { RuleOptions } from './rules/rule.ts';
import { suppress } from './rules/suppressions.ts';
import { type CompiledFile, compileWorkflow } from './workflow/compile.ts';
import type { YamlDocument } from './yaml/node.ts';

export interface CheckOptions {
  /** The project of the file, where it is known; else the file's own directory is one. */
  readonly project?: Project;
  /** The file as it was loaded before, where its text and its includes are unchanged. */
  readonly loaded?: LoadedFile;
  /** The text of the file, where it is read already: by `updateYaml`, for one that changes. */
  readonly document?: YamlDocument;
  /** What the checks of the text before it have found, where it changes while the files around it stay as they are. */
  readonly cache?: CheckCache;
  /** Severities by rule id; `off` switches a rule off. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  readonly knownOperators?: readonly string[];
  /** Where its workflows run. */
  readonly target?: Target;
}

/** All that a check of one file makes: findings for reports, the rest for the features that show the file. */
export interface CheckedFile {
  readonly path: string;
  readonly project: Project;
  readonly role: FileRole;
  readonly file: LoadedFile;
  /** Undefined of fragments, of texts without a config, and of those whose aliases make more copies than anyone can look at. */
  readonly compiled: CompiledFile | undefined;
  /** Sorted by path and place. Some may lie in included files. */
  readonly findings: readonly Finding[];
}

/**
 * Everything that is wrong with one file: what Digdag refuses now, what it would refuse at run time, and what the rules find.
 * @returns undefined where there is no such file
 */
export function checkFile(fs: FileSystem, path: string, options: CheckOptions = {}): CheckedFile | undefined {
  const project = options.project ?? new Project(fs, dirname(path));
  const file = options.loaded ?? loadFile(fs, path, options.document, options.cache?.sections);
  return file && new FileCheck(fs, project, file, options);
}

class FileCheck implements CheckedFile {
  readonly path: string;
  readonly role: FileRole;
  readonly findings: readonly Finding[];
  private made: { readonly compiled: CompiledFile | undefined } | undefined;

  constructor(
    private readonly fs: FileSystem,
    readonly project: Project,
    readonly file: LoadedFile,
    options: CheckOptions,
  ) {
    this.path = file.path;
    this.role = project.roleOf(this.path);
    this.findings = this.report(this.find(options), options);
  }

  /** Made when it is asked for: a check of a text that was known but for a change needs only a part of it. */
  get compiled(): CompiledFile | undefined {
    this.made ??= { compiled: this.compile() };
    return this.made.compiled;
  }

  private compile(): CompiledFile | undefined {
    const { config } = this.file;
    if (this.role === 'fragment' || !config || hasTooManyCopies(this.file)) return undefined;
    return compileWorkflow(this.project.nameOf(this.path), config, { called: this.role === 'called' });
  }

  private find({ cache, severities = {}, knownOperators, target = 'digdag' }: CheckOptions): readonly Finding[] {
    const { fs, path, project, role, file } = this;
    const options: RuleOptions = { knownOperators: new Set(knownOperators), catalog: catalogOf(project, target) };
    const changed = { fs, path, project, role, file, options };
    const found = cache && checkParts({ ...changed, severities }, cache);
    if (found) return found;
    const { compiled } = this;
    const topLevel = compiled?.root.children.map((task) => ({ task, shift: 0 })) ?? [];
    const workflow = compiled?.workflow;
    const run = runRules(
      { ...changed, compiled, workflow, topLevel, outputs: new Outputs(), facts: new TaskFacts() },
      severities,
    );
    return [...run.findings, ...run.ofFile];
  }

  private report(found: readonly Finding[], { severities = {} }: CheckOptions): Finding[] {
    const reportUnused = this.role !== 'fragment' && this.file.errors.length === 0;
    const textOf = (path: string) => this.fs.read(path)?.text ?? '';
    return uniqueFindings(suppress(this.path, this.file.text, found, { reportUnused, severities, textOf }));
  }
}
