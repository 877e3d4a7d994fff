/** What stands for a value that differs from run to run: `{{UUID}}` and others of the recordings' README. */
const forms: Readonly<Record<string, string>> = {
  UUID: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
  NOW: '\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? [+-]\\d{4}',
  TIME: '\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z| ?[+-]\\d\\d:?\\d\\d)',
  DATE: '\\d{4}-\\d\\d-\\d\\d',
  DURATION: '[\\d dhms]+',
  MS: '\\d+',
  ID: '\\d+',
  N: '\\w+',
  T: '\\d+',
  LEN: '\\d+',
  EPHEMERAL: '\\d+',
  HEXTIME: '[0-9a-f.]+',
  AGENT: '.+',
};

const placeholder = /\{\{([A-Z0-9]+)\}\}/g;

/** Fills in what is known of this machine (`PROJECT`); the others stay. */
export function fill(text: string, known: Readonly<Record<string, string>>): string {
  return text.replace(placeholder, (whole, name: string) => known[name] ?? whole);
}

/** Whether a text is the recorded one; placeholders stand for anything of their form. */
export function matches(recorded: string, text: string): boolean {
  if (!recorded.includes('{{')) return recorded === text;
  let pattern = '';
  let position = 0;
  for (const match of recorded.matchAll(placeholder)) {
    pattern += escaped(recorded.slice(position, match.index)) + (forms[match[1] ?? ''] ?? escaped(match[0]));
    position = match.index + match[0].length;
  }
  return new RegExp(`^${pattern}${escaped(recorded.slice(position))}$`, 's').test(text);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
