import type { EvaluatedText } from '../../expressions/uses.ts';

/** A variable of the shell in a script of `sh>`, written so that Digdag takes it for its own. */
export interface ShellVariable {
  readonly name: string;
  /** What is left for the shell after the name: `:-x`, `%.*`. Empty for `${NAME}`. */
  readonly rest: string;
}

/** Part of a `sh>` script that only a shell can mean: `${HOME}` (a name in capitals), `${VAR:-x}`, `${var:-x}`. */
export function shellVariableAt(
  { task, key, path, text }: EvaluatedText,
  part: { readonly start: number; readonly end: number },
): ShellVariable | undefined {
  if (key !== 'sh>' || path.length > 0 || task.operators.length !== 1) return undefined;
  const match = /^\$\{([A-Za-z_]\w*)((?::[-=?+]|[%#]|\/|\^|,)[\s\S]*)?\}$/.exec(text.slice(part.start, part.end));
  const [, name = '', rest = ''] = match ?? [];
  if (name === '' || (rest === '' && !/^[A-Z][A-Z0-9_]*$/.test(name))) return undefined;
  return { name, rest };
}
