// Which names Digdag takes: io.digdag.core.repository.ModelValidator. Each function gives Digdag's words for what is wrong, in its order.

const longest = 255;
const none: readonly string[] = [];
/** What nearly every name is. */
const goodName = /^[+^][\w\-=[\]{}%&@`,.^]{0,254}$/;
const refusedInTask = /[^a-zA-Z_0-9\-=[\]{}%&@`,.^]/u;

/** A task's name with its `+` (or `^`), as nested tasks and the compiled task itself are checked (checkRawTaskName). */
export function rawTaskNameFaults(name: string): readonly string[] {
  if (goodName.test(name)) return none;
  const faults: string[] = [];
  if (name === '') faults.push('must not be blank');
  if (/^[0-9]/.test(name)) faults.push('must not start with a digit (0-9)');
  if (!/^[+^]/.test(name)) faults.push("must start with '+' or '^'");
  const refused = refusedInTask.exec(name.slice(1))?.[0];
  if (refused !== undefined) faults.push(`must not contain character '${refused}'`);
  if (name.length > longest) faults.push(tooLong);
  return faults;
}

/** The name of a task at the top of a file (checkTaskName), where `^` is refused too. */
export function topTaskNameFaults(name: string): readonly string[] {
  const faults = rawTaskNameFaults(name);
  return name.includes('^') ? ['must not contain ^ character', ...faults] : faults;
}

/** A workflow's name: the file's path in the project without `.dig` (checkWorkflowName). */
export function workflowNameFaults(name: string): string[] {
  const faults: string[] = [];
  if (name === '') faults.push('must not be blank');
  if (/^[0-9]/.test(name)) faults.push('must not start with a numeric digit (0-9)');
  if (/^[+^@/\\:*?"<>|]/.test(name)) {
    faults.push('must not include special symbols (+ ^ @ / \\ / : * ? " < > |)');
  }
  if (name.endsWith('.dig')) faults.push('must not end with .dig');
  if (name.length > longest) faults.push(tooLong);
  return faults;
}

/** The name with every character that a task may not hold replaced by `_`: `+my task` becomes `+my_task`. */
export function mendedTaskName(name: string): string {
  return `${name.slice(0, 1)}${name.slice(1).replaceAll(/[^a-zA-Z_0-9\-=[\]{}%&@`,.]/gu, '_')}`.slice(0, longest);
}

const tooLong = `must not be longer than ${longest} characters`;
