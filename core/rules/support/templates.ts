import { type Scan, scan } from '../../expressions/scan.ts';
import { Scripts } from '../../expressions/scripts.ts';
import type { FileSystem } from '../../project/fileSystem.ts';
import type { RuleContext } from '../rule.ts';
import { scriptsOf } from './expressions.ts';
import { filesOf, type NamedFile, namedFiles } from './files.ts';
import type { OperatorTask } from './task.ts';

/** A file whose `${…}` Digdag evaluates, and the task that runs it. */
export interface TemplateUse {
  readonly task: OperatorTask;
  readonly file: NamedFile;
  readonly template: Template;
}

/** A SQL file, the text of a mail and the like. */
export interface Template {
  readonly path: string;
  readonly text: string;
  readonly scan: Scan;
  /** The variables that it reads, where it does not ask for them by `typeof`. */
  readonly names: readonly TemplateName[];
}

interface TemplateName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The template files that tasks of the file run, as far as the text names them. */
export function templateUses(context: RuleContext): readonly TemplateUse[] {
  return context.once(usesOf);
}

function usesOf(context: RuleContext): TemplateUse[] {
  const templates = new Map<string, Template | undefined>();
  const read = (path: string): Template | undefined => {
    if (!templates.has(path)) templates.set(path, templateAt(context.fs, path, scriptsOf(context)));
    return templates.get(path);
  };
  const uses: TemplateUse[] = [];
  for (const [task, file] of namedFiles(context)) {
    const path = templatePath(file);
    const template = path === undefined ? undefined : read(path);
    if (template) uses.push({ task, file, template });
  }
  return uses;
}

/** The files of a task whose `${…}` Digdag evaluates, whether they are there or not. */
export function* templatesOf(
  task: OperatorTask,
  context: Pick<RuleContext, 'path' | 'project'>,
): Generator<{ readonly file: NamedFile; readonly path: string }> {
  for (const file of filesOf(task, context)) {
    const path = templatePath(file);
    if (path !== undefined) yield { file, path };
  }
}

function templatePath({ reference, paths }: NamedFile): string | undefined {
  return reference.template === true ? paths[0] : undefined;
}

/** @returns undefined where there is no such file, or no expression in it */
export function templateAt(fs: FileSystem, path: string, scripts = new Scripts()): Template | undefined {
  const text = fs.read(path)?.text;
  if (text === undefined || !text.includes('${')) return undefined;
  const scanned = scan(text);
  const names: TemplateName[] = [];
  for (const part of scanned.parts) {
    if (part.kind !== 'expression') continue;
    for (const { name, offset } of scripts.of(part.script).needed) {
      const start = part.start + 2 + offset;
      names.push({ name, start, end: start + name.length });
    }
  }
  return { path, text, scan: scanned, names };
}
