/** A line of Digdag's log. */
export interface LogLine {
  readonly level: 'error' | 'warn' | 'info' | 'debug' | 'trace';
  /** The full name of the task that it is about. */
  readonly task: string | undefined;
  /** The Java class that wrote it; Digdag leaves it out on a terminal. */
  readonly logger: string | undefined;
  readonly message: string;
}

/** Digdag's log pattern: time, level, thread, class on a pipe, message. */
const begin = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{3})? [+-]\d{4} \[(?:ERROR|WARN|INFO|DEBUG|TRACE)\] \(`;
const header = new RegExp(begin);
const line = new RegExp(
  `^${begin.replace('(?:ERROR', '(ERROR')}` +
    // `0017@+wf+t` (0.9.5), `0018@[0:default]+wf+t` (since 0.9.20), `0021@[0:default:1:1]+wf+t` (0.10.4 and later), or `main`.
    String.raw`(?:[^@()]*@)?(?:\[[^\]]*\])?([^)]*)\)(?: ([A-Za-z_][\w.$]*))?: ?([\s\S]*)$`,
);
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with this one
const colours = /\u001b\[[\d;]*m/g;

/** Reads a line; undefined where it is none of the log's: what tasks print, the rest of a message, a stack trace. */
export function parseLogLine(text: string): LogLine | undefined {
  const [, level = '', thread = '', logger, message = ''] = line.exec(text.replace(colours, '')) ?? [];
  if (level === '') return undefined;
  return {
    level: level.toLowerCase() as LogLine['level'],
    task: thread.startsWith('+') ? thread : undefined,
    logger,
    message,
  };
}

/** Where in a text a line of the log begins: behind what a task has printed without ending its line, perhaps. -1: nowhere. */
export function logLineStart(text: string): number {
  const found = header.exec(text);
  if (!found) return -1;
  // A colour may stand before it.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with this one
  const colour = /(?:\u001b\[[\d;]*m)+$/.exec(text.slice(0, found.index));
  return colour ? colour.index : found.index;
}
