/** What Digdag writes to its stderr when it ends. */
export interface FinalReport {
  /** Each task that failed, in Digdag's order; a task that a group's retry ran again may be there several times. */
  readonly errors: readonly { readonly task: string; readonly message: string }[];
  /** Why nothing ran: `--session must be … (config)`. */
  readonly refusal: string | undefined;
  /** What else is there: of the JVM, of the start script. */
  readonly rest: readonly string[];
}

const banner = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)? [+-]\d{4}: Digdag v/;
const taskLine = /^ {2}\* (\+\S+):$/;
const ending = /^(?:Task state is saved at .* directory\.|Success\..*)$/;
const hint = /^ {2}\* Use --(?:session|rerun)/;
/** The JVM tells that it does what it was told. */
const chatter = /^(?:NOTE: )?Picked up (?:JDK_JAVA_OPTIONS|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS):/;

export function readFinalReport(stderr: string): FinalReport {
  const lines = stderr.split(/\r?\n/).filter((line) => !banner.test(line) && !chatter.test(line));
  const start = lines.findIndex((line) => line === 'error: ' || line === 'error:');
  if (start >= 0) {
    return { errors: taskErrors(lines.slice(start + 1)), refusal: undefined, rest: others(lines.slice(0, start)) };
  }
  const refused = lines.findIndex((line) => line.startsWith('error: '));
  if (refused < 0) return { errors: [], refusal: undefined, rest: others(lines) };
  const message = lines.slice(refused).join('\n').slice('error: '.length).trimEnd();
  const before = lines.slice(0, refused);
  const usage = before.findIndex((line) => line.startsWith('Usage: digdag'));
  return { errors: [], refusal: message, rest: others(usage < 0 ? before : before.slice(0, usage)) };
}

function taskErrors(lines: readonly string[]): FinalReport['errors'] {
  const errors: { task: string; lines: string[] }[] = [];
  for (const line of withoutEnding(lines)) {
    const task = taskLine.exec(line)?.[1];
    const last = errors.at(-1);
    if (task !== undefined) errors.push({ task, lines: [] });
    else if (last) last.lines.push(last.lines.length === 0 ? line.replace(/^ {4}/, '') : line);
  }
  return errors.map(({ task, lines: own }) => ({ task, message: own.join('\n') }));
}

/** An empty line ends the errors; the line about the saved state, empty with --no-save, and hints follow. */
function withoutEnding(lines: readonly string[]): readonly string[] {
  const saved = lines.findIndex((line, index) => ending.test(line) && lines.slice(index + 1).every(isTail));
  const end = saved < 0 ? lines.findLastIndex((line) => line !== '') + 1 : saved - 1;
  return lines.slice(0, Math.max(end, 0));
}

function isTail(line: string): boolean {
  return line === '' || hint.test(line);
}

function others(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.trim() !== '' && !ending.test(line) && !hint.test(line));
}
