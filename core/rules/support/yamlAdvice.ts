import type { LoadError } from '../../project/loadError.ts';
import { type Text, text } from '../../text/text.ts';
import { readYaml } from '../../yaml/read.ts';
import type { Fix } from '../finding.ts';
import { quoted } from './literal.ts';
import { lineAbove, lineAt, type SourceLine } from './sourceLine.ts';
import { withoutTabs } from './tabs.ts';

/** What to do about a text that is no YAML, in plain words. */
export interface Advice {
  readonly message: Text;
  readonly fixes: Fix[];
}

/** @param words what Digdag says */
export function adviceFor(source: string, error: LoadError, words: string): Advice {
  const { problem, path, start, context } = error;
  const line = lineAt(source, start);
  if (problem.includes('(TAB)')) return tabs(source, path, words);
  if (problem.startsWith('mapping values are not allowed')) return secondColon(source, error, line, words);
  if (problem.startsWith("could not find expected ':'")) return lostColon(source, error, words);
  const behind = behindValue(source, error, line, words);
  if (behind) return behind;
  if (/^found character '[%@`]'|^found undefined alias/.test(problem) || context?.text === 'while scanning an alias') {
    return special(path, line, words);
  }
  if (context?.text.startsWith('while parsing a flow')) return flow(source, path, context.start, words);
  return { message: general(problem, words), fixes: [] };
}

function general(problem: string, words: string): Text {
  if (problem.startsWith('found unexpected end of stream'))
    return text('{0}: the quotation mark is never closed.', words);
  if (problem.startsWith('found unknown escape')) {
    return text('{0}: between double quotes a backslash is written twice; or use single quotes.', words);
  }
  if (problem === 'but found another document') return text('{0}: a workflow is one document, remove the ---.', words);
  if (/block (?:end|mapping|sequence)/.test(problem)) return text('{0}: look at the indentation of this line.', words);
  return text('{0}', words);
}

function tabs(source: string, path: string, words: string): Advice {
  const edits = withoutTabs(source).map((edit) => ({ path, ...edit }));
  const fixes = edits.length > 0 ? [{ title: text('Change tabs to spaces'), edits, safe: false }] : [];
  return { message: text('{0}: YAML is indented with spaces, not tabs.', words), fixes };
}

/** A colon where no key can be: inside of a value, behind a key that lost its own, or on a line that is indented too far. */
function secondColon(source: string, error: LoadError, line: SourceLine, words: string): Advice {
  const { value } = line;
  if (value && value.start <= error.start) {
    const message = text('{0}: a value with a colon and a space in it must be in quotes.', words);
    return { message, fixes: quoteValue(error.path, line, true) };
  }
  const above = lineAbove(source, line);
  if (above && /^[ \t]*!include:/.test(above.text)) return tightInclude(error.path, above, words);
  if (above && !/:(?:[ \t]|$)/.test(above.text)) return missingColon(error.path, above, words);
  return { message: text('{0}: look at the indentation of this line.', words), fixes: [] };
}

function tightInclude(path: string, line: SourceLine, words: string): Advice {
  const at = line.start + line.text.indexOf(':');
  const edits = [{ path, start: at, end: at, newText: ' ' }];
  const message = text("{0}: the !include above needs a space before its colon, !include : 'file.yml'", words);
  return { message, fixes: [{ title: text('Insert the space'), edits, safe: true }] };
}

function lostColon(source: string, error: LoadError, words: string): Advice {
  const at = error.context && error.context.start >= 0 ? error.context.start : error.start;
  return missingColon(error.path, lineAt(source, at), words);
}

function missingColon(path: string, line: SourceLine, words: string): Advice {
  const written = line.text.trimEnd();
  const tight = /^([ \t]*(?:- +)*[\w>+-]+:)\S/.exec(written)?.[1];
  if (tight !== undefined) {
    const at = line.start + tight.length;
    const fixes = [
      {
        title: text('Insert a space after the colon'),
        edits: [{ path, start: at, end: at, newText: ' ' }],
        safe: false,
      },
    ];
    return {
      message: text('{0}: in the line "{1}" a space is missing after the colon.', words, written.trim()),
      fixes,
    };
  }
  const at = line.start + written.length;
  const edits = [{ path, start: at, end: at, newText: ':' }];
  const fixes = /^[ \t]*[+\w][\w>-]*$/.test(written) ? [{ title: text('Add the colon'), edits, safe: false }] : [];
  return { message: text('{0}: in the line "{1}" the colon is missing.', words, written.trim()), fixes };
}

function special(path: string, line: SourceLine, words: string): Advice {
  const message = text('{0}: a value that begins with *, %, @ or ` must be in quotes.', words);
  return { message, fixes: quoteValue(path, line, true) };
}

/** `"a b" c` and `{a} b`: to YAML the value is complete before the fault. */
function behindValue(
  source: string,
  { path, start, context }: LoadError,
  line: SourceLine,
  words: string,
): Advice | undefined {
  const { value } = line;
  if (!value || !/^["'[{]/.test(value.text)) return undefined;
  const end = context && context.start > value.start ? context.start : start;
  const complete = source.slice(value.start, end).trimEnd();
  if (end > value.end || complete === '' || readYaml(complete).errors.length > 0) return undefined;
  const { start: from, end: to, text: written } = value;
  const edits = [{ path, start: from, end: to, newText: quoted(written) }];
  return {
    message: text('{0}: to YAML the value ends at {1}; put all of it in quotes.', words, complete.slice(-1)),
    fixes: [{ title: text('Put the value in quotes'), edits, safe: false }],
  };
}

/** `[${x}] hi` and `{{x}}` begin a list or a map to YAML. */
function flow(source: string, path: string, start: number, words: string): Advice {
  const line = lineAt(source, start);
  const { value } = line;
  if (value?.start === start && value.text.includes('${')) {
    const message = text('{0}: a value that begins with [ or { must be in quotes.', words);
    return { message, fixes: quoteValue(path, line, false) };
  }
  return { message: text('{0}: the bracket that opens here is not closed, or a comma is missing.', words), fixes: [] };
}

function quoteValue(path: string, { value }: SourceLine, safe: boolean): Fix[] {
  if (!value || /^["'|>]/.test(value.text)) return [];
  const { start, end } = value;
  return [{ title: text('Put the value in quotes'), edits: [{ path, start, end, newText: quoted(value.text) }], safe }];
}
