/** What a task adds below itself while it runs: `^sub` of `_do` and `call>`, and the others of the task itself. */
const generated = /\^(?:sub|error|check|failure-alert|sla|alert|fail)(?=[+^]|$)/;
const segment = new RegExp(`${generated.source}|\\+(?:(?!${generated.source})[^+])*`, 'gy');

/** `+main+load^sub+x` is `+main`, `+load`, `^sub`, `+x`. Names may hold any `^` that is no such part. Empty for what is no task's name. */
export function segmentsOf(fullName: string): readonly string[] {
  const parts = fullName.match(segment) ?? [];
  return parts.join('').length === fullName.length ? parts : [];
}

/** One of the copies that a loop makes of its `_do`. */
const iteration = /^\+(?:loop-\d+|for-\d|range-from=)/;

export function isIteration(name: string): boolean {
  return iteration.test(name);
}
