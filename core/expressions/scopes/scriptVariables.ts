import { type Argument, argumentsAt, withoutComments } from './scriptText.ts';

/** A name that code gives to Digdag, with its place in the code. */
export interface ScriptName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What a Python or Ruby file says about variables, as far as its text tells. */
export interface ScriptVariables {
  /** `digdag.env.store`: for all later tasks. */
  readonly stores: readonly ScriptName[];
  /** `digdag.env.export`: for the subtasks of the task alone. */
  readonly exports: readonly ScriptName[];
  /** It may give names that are not written out. */
  readonly open: boolean;
  /** Modules or files that it loads, as they are written. */
  readonly imports: readonly string[];
}

export type ScriptLanguage = 'python' | 'ruby';

/** Looks for `digdag.env.store(…)` and `digdag.env.export(…)` in code that is not run; every function of the file counts. */
export function scriptVariables(source: string, language: ScriptLanguage): ScriptVariables {
  const imports = source.includes('import') || source.includes('require') ? importsOf(source, language) : [];
  if (!/digdag/i.test(source)) return { stores: [], exports: [], open: false, imports };
  const code = withoutComments(source);
  const names: Record<'store' | 'export', ScriptName[]> = { store: [], export: [] };
  let open = hidden.test(code);
  for (const match of code.matchAll(/\benv\s*\.\s*(store|export)\b[ \t]*/g)) {
    const found = argumentsAt(code, match.index + match[0].length, language === 'ruby');
    if (!found || found.length === 0) open = true;
    for (const argument of found ?? []) {
      const key = keyOf(argument, language);
      if (key) names[match[1] === 'store' ? 'store' : 'export'].push(key);
      else open = true;
    }
  }
  return { stores: names.store, exports: names.export, open, imports };
}

/** Ways of storing that a look at the text does not follow: `digdag.env` handed on or renamed, tasks that the code adds, code made of text. */
const hidden =
  /\bdigdag\s*\.\s*env\b(?!\s*\.\s*(?:store|export|params|set_state|subtask_config)\b)|\badd_subtask\b|getattr\s*\(\s*digdag|\bimport\s+env\s+as\b|\b(?:exec|eval|__import__|import_module|instance_eval|define_method)\s*\(/i;

/** The literal name of `"name": value`, `name=value`, `name: value`, `:name => value`. */
function keyOf({ text, start, inMap }: Argument, language: ScriptLanguage): ScriptName | undefined {
  const pattern = language === 'ruby' ? rubyKey : inMap ? pythonKey : pythonKeyword;
  const match = pattern.exec(text);
  const name = match?.groups?.name ?? match?.groups?.symbol;
  if (!match || name === undefined) return undefined;
  const at = start + match[0].indexOf(name);
  return { name, start: at, end: at + name.length };
}

const pythonKey = /^\s*[uU]?(?<quote>['"])(?<name>[^'"\\\n]+)\k<quote>\s*:/;
const pythonKeyword = /^\s*(?<name>[A-Za-z_]\w*)\s*=(?!=)/;
const rubyKey =
  /^\s*(?:(?<quote>['"])(?<name>[^'"\\\n#]+)\k<quote>\s*(?:=>|:)|:?(?<symbol>[A-Za-z_]\w*)(?:\s*=>|:(?!:)))/;

function importsOf(source: string, language: ScriptLanguage): string[] {
  if (language === 'ruby') {
    return [...source.matchAll(/^\s*(?:require|require_relative|load)\b[ \t(]*['"]([^'"]+)['"]/gm)].map(
      (match) => match[1] ?? '',
    );
  }
  const imports: string[] = [];
  for (const [, from, what, modules] of source.matchAll(
    /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#]+)|import[ \t]+([^\n#]+))/gm,
  )) {
    const names =
      (what ?? modules ?? '').match(/[\w.]+(?:\s+as\s+\w+)?/g)?.map((name) => name.replace(/\s.*/, '')) ?? [];
    if (from === undefined) imports.push(...names);
    else imports.push(from, ...names.map((name) => (from.endsWith('.') ? from + name : `${from}.${name}`)));
  }
  return imports;
}
