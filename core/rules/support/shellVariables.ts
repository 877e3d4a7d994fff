import type { EvaluatedText } from '../../expressions/uses.ts';

/** A variable of the shell in a script of `sh>`, written so that Digdag takes it for its own. */
export interface ShellVariable {
  readonly name: string;
  /** What is left for the shell after the name: `:-x`, `%.*`. Empty for `${NAME}`. */
  readonly rest: string;
}

/** The text is the script of a `sh>` task. */
export function isShellScript({ task, key, path }: EvaluatedText): boolean {
  return key === 'sh>' && path.length === 0 && task.operators.length === 1;
}

/** Part of a `sh>` script that only a shell can mean: `${HOME}`, a name that the script sets, `${VAR:-x}`, `${var%.*}`. */
export function shellVariableAt(
  evaluated: EvaluatedText,
  part: { readonly start: number; readonly end: number },
): ShellVariable | undefined {
  if (!isShellScript(evaluated)) return undefined;
  const { text } = evaluated;
  const match = /^\$\{([A-Za-z_]\w*)((?::[-=?+]|[%#]|\/|\^|,)[\s\S]*)?\}$/.exec(text.slice(part.start, part.end));
  const [, name = '', rest = ''] = match ?? [];
  // `$${NAME}` is meant as an escape, and is none
  const isEscaped = text[part.start - 1] === '$';
  if (name === '' || (rest === '' && !isEscaped && !isOfShell(name, evaluated))) return undefined;
  return { name, rest };
}

/** Every shell has it, or the script itself gives it a value. */
function isOfShell(name: string, evaluated: EvaluatedText): boolean {
  if (environment.has(name)) return true;
  evaluated.known.shellNames ??= new Set(namesSetIn(evaluated.text));
  return evaluated.known.shellNames.has(name);
}

function* namesSetIn(script: string): Generator<string> {
  const set = /(?<=^|[;&|({\s])(?:(\w+)=|(?:for|read|export|local|declare)\s+(?=(\w+)\b))/gm;
  for (const [, assigned, declared] of script.matchAll(set)) yield assigned ?? declared ?? '';
}

const environment = new Set(
  (
    'HOME PATH USER LOGNAME PWD OLDPWD SHELL TMPDIR TEMP TMP LANG LC_ALL TZ TERM EDITOR HOSTNAME DISPLAY IFS UID EUID PPID RANDOM SECONDS ' +
    'LINENO OPTARG OPTIND BASH BASH_SOURCE JAVA_HOME PYTHONPATH VIRTUAL_ENV GEM_HOME NODE_PATH GOPATH LD_LIBRARY_PATH XDG_CONFIG_HOME'
  ).split(' '),
);
