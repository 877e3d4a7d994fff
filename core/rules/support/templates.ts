import { type Scan, scan } from '../../expressions/scan.ts';
import type { RuleContext } from '../rule.ts';
import { scriptsOf } from './expressions.ts';
import { type NamedFile, namedFiles } from './files.ts';
import type { OperatorTask } from './task.ts';

/** A file whose `${…}` Digdag evaluates, and the task that runs it. */
export interface TemplateUse {
  readonly task: OperatorTask;
  readonly file: NamedFile;
  readonly template: Template;
}

/** A SQL file, the text of a mail and the like. */
interface Template {
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
    if (!templates.has(path)) templates.set(path, templateAt(context, path));
    return templates.get(path);
  };
  const uses: TemplateUse[] = [];
  for (const [task, file] of namedFiles(context)) {
    const path = file.reference.template === true ? file.paths[0] : undefined;
    const template = path === undefined ? undefined : read(path);
    if (template) uses.push({ task, file, template });
  }
  return uses;
}

function templateAt(context: RuleContext, path: string): Template | undefined {
  const text = context.fs.read(path)?.text;
  if (text === undefined || !text.includes('${')) return undefined;
  const scanned = scan(text);
  const scripts = scriptsOf(context);
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
