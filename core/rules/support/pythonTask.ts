import { basename, dirname } from '../../project/paths.ts';
import type { RuleContext } from '../rule.ts';
import type { NamedFile } from './files.ts';
import { callableNamed, methodNamed, type PythonCallable } from './pythonCallable.ts';
import { pythonModules } from './pythonModules.ts';
import type { OperatorTask } from './task.ts';

/** The keys of a task that its method or function gets as arguments. */
export function argumentKeys({ node, operator }: OperatorTask): string[] {
  const options = new Set(operator.parameters.map(({ name }) => name));
  return [...node.config.entries.keys()].filter((key) => /^[A-Za-z]\w*$/.test(key) && !options.has(key));
}

/** The module that a `py>` task names, and what Digdag would call in it. */
export interface NamedCallable {
  readonly path: string;
  readonly source: string;
  readonly callable: PythonCallable;
}

/** Nothing where there is no such module in the project, or one of Python's own comes first. */
export function callableOf({ name, paths }: NamedFile, { fs }: Pick<RuleContext, 'fs'>): NamedCallable | undefined {
  const names = name.split('.');
  if (names.length < 2 || pythonModules.has(names[0] ?? '') || !names.every((each) => /^\w+$/.test(each))) {
    return undefined;
  }
  const last = names.at(-1) ?? '';
  const path = paths.find((candidate) => fs.kind(candidate) === 'file');
  const source = path === undefined ? undefined : fs.read(path)?.text;
  if (path === undefined || source === undefined || source.trim() === '') return undefined;
  // `a.b.c` is c of a/b.py, or else the method c of the class b in a.py
  const isModule = moduleNames(path).endsWith(`/${names.slice(0, -1).join('/')}`);
  const callable = isModule ? callableNamed(source, last) : methodNamed(source, names.at(-2) ?? '', last);
  return { path, source, callable };
}

function moduleNames(path: string): string {
  return basename(path) === '__init__.py' ? dirname(path) : path.replace(/\.py$/, '');
}
