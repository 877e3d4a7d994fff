import { argumentsAt, withoutComments } from '../../expressions/scopes/scriptText.ts';

/** A function that Digdag calls for a `py>` task, as far as the text of its module tells. */
export interface PythonFunction {
  /** As Python's error names it: `Loader.run`. */
  readonly name: string;
  /** Where its name stands in the module. */
  readonly start: number;
  readonly end: number;
  /** Behind its last line. */
  readonly bodyEnd: number;
  /** The parameters without a default, in order; `self` left out. */
  readonly required: readonly string[];
}

/** What a module says of a name: the functions that Digdag calls for it, that there is none, or nothing that can be told. */
export type PythonCallable = readonly PythonFunction[] | 'missing' | 'unknown';

/** The function, or the class with its `run`, that has a name in a module (runner.py: digdag_inspect_command). */
export function callableNamed(source: string, name: string): PythonCallable {
  const code = withoutComments(source);
  const found = functionIn(code, name, '', 0, code.length);
  if (found !== undefined) return found === 'unknown' ? found : [found];
  if (classNamed(code, name)) return methodNamed(source, name, 'run');
  return mayHold(code, name) ? 'unknown' : 'missing';
}

/** A method of a class in a module, with the class's `__init__`, which Digdag calls before. */
export function methodNamed(source: string, className: string, method: string): PythonCallable {
  const code = withoutComments(source);
  const found = classNamed(code, className);
  if (!found) return mayHold(code, className) ? 'unknown' : 'missing';
  const called: PythonFunction[] = [];
  for (const name of ['__init__', method]) {
    const definition = functionIn(code, name, className, found.start, found.end);
    if (definition === 'unknown') return 'unknown';
    if (definition) called.push(definition);
    else if (found.inherits) return 'unknown';
    else if (name === method) return new RegExp(`\\b${name}\\b`).test(code) ? 'unknown' : 'missing';
  }
  return called;
}

/** The names of the functions and classes of a module. */
export function namesInModule(source: string): string[] {
  return [...withoutComments(source).matchAll(/^(?:def|class)[ \t]+(\w+)/gm)].map((match) => match[1] ?? '');
}

/** The module may get the name from elsewhere. */
function mayHold(code: string, name: string): boolean {
  return new RegExp(`\\b(?:${name}|globals|setattr|exec|__getattr__)\\b|import[ \\t(]+\\*`).test(code);
}

/** The last definition of a function at the left edge, or of a method in the range of its class. */
function functionIn(
  code: string,
  name: string,
  className: string,
  from: number,
  to: number,
): PythonFunction | 'unknown' | undefined {
  const indent = className === '' ? '' : '[ \\t]+';
  const pattern = new RegExp(`^(${indent}(?:async[ \\t]+)?def[ \\t]+)${name}\\b[ \\t]*`, 'gm');
  const found = [...code.slice(from, to).matchAll(pattern)].at(-1);
  if (!found) return undefined;
  const at = from + found.index;
  const parameters = argumentsAt(code, at + found[0].length, false);
  // what a decorator makes of the function, its text does not tell
  if (!parameters || /(?:^|\n)[ \t]*@[^\n]*\n\s*$/.test(code.slice(Math.max(0, at - 500), at))) return 'unknown';
  const required = requiredOf(parameters.map(({ text }) => text.trim()));
  const start = at + (found[1]?.length ?? 0);
  const own = className === '' ? required : required.slice(1);
  const full = className === '' ? name : `${className}.${name}`;
  const bodyEnd = Math.min(to, blockEnd(code, at + found[0].length, /^[ \t]*/.exec(found[1] ?? '')?.[0].length ?? 0));
  return { name: full, start, end: start + name.length, bodyEnd, required: own };
}

/** Where the lines that are indented deeper than their head end. */
function blockEnd(code: string, from: number, indent: number): number {
  const next = new RegExp(`\\n[ \\t]{0,${indent}}(?=[^\\s#)\\]}])`).exec(code.slice(from));
  return next ? from + next.index + 1 : code.length;
}

/** Up to `*`: what stands behind can be given by name only, which Digdag does not ask for. */
function requiredOf(parameters: readonly string[]): string[] {
  const starred = parameters.findIndex((parameter) => parameter.startsWith('*'));
  return parameters
    .slice(0, starred < 0 ? parameters.length : starred)
    .filter((parameter) => /^\w/.test(parameter) && !/^\w+\s*(?::[^=]*)?=/.test(parameter))
    .map((parameter) => /^\w+/.exec(parameter)?.[0] ?? '');
}

interface PythonClass {
  readonly start: number;
  readonly end: number;
  readonly inherits: boolean;
}

function classNamed(code: string, name: string): PythonClass | undefined {
  const found = [...code.matchAll(new RegExp(`^class[ \\t]+${name}\\b[ \\t]*(?:\\(([^)]*)\\))?`, 'gm'))].at(-1);
  if (!found) return undefined;
  const start = found.index + found[0].length;
  const inherits = !/^\s*(?:object)?\s*$/.test(found[1] ?? '');
  return { start, end: blockEnd(code, start, 0), inherits };
}
