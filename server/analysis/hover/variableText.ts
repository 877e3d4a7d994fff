import { builtInCatalog } from '../../../core/catalog/catalog.ts';
import type { Evaluation } from '../../../core/expressions/evaluation.ts';
import { isOfEachRun } from '../../../core/expressions/ofEachRun.ts';
import type { Origin, Variable } from '../../../core/expressions/scopes/variable.ts';
import { basename } from '../../../core/project/paths.ts';
import { type Text, text } from '../../../core/text/text.ts';
import { formatInstant } from '../../../core/time/local.ts';
import { isMap, type Value } from '../../../core/value/value.ts';
import type { ShownSession } from '../variables/scope.ts';
import type { Link } from './link.ts';

type Say = (text: Text) => string;

/** Longer values are cut: a hover is no viewer. */
const longest = 1000;

export interface ShownExpression {
  readonly source: string;
  readonly angle: boolean;
  readonly result: Evaluation<string>;
  /** The variable that it begins with. */
  readonly name: string | undefined;
  readonly variable: Variable | undefined;
  readonly session: ShownSession;
}

/** What an expression becomes, and where its variable comes from, as Markdown. */
export function variableText(shown: ShownExpression, say: Say, link: Link): string {
  const { source, angle, session, variable, name } = shown;
  const documented = name === undefined ? undefined : builtInCatalog.variable(name)?.meaning;
  return [
    value(shown, say),
    angle &&
      say(
        text('Digdag does not resolve {0}: it prints it as it is. Write {1}.', `\`${source}\``, `\`${meant(source)}\``),
      ),
    variable && originLine(variable, say, link),
    documented,
    sessionLine(session, say),
    ...session.problems.map((problem) => `⚠ ${say(problem)}`),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function sessionLine({ zone, time, profile }: ShownSession, say: Say): string {
  const shown = formatInstant(zone, time);
  return profile === undefined
    ? say(text('For session {0}', shown))
    : say(text('For session {0} with {1}', shown, basename(profile)));
}

function value({ source, angle, result, variable, name }: ShownExpression, say: Say): string {
  const shown = `\`${angle ? meant(source) : source}\``;
  if (name && isOfEachRun(name) && variable?.origin.kind === 'session')
    return say(text('{0}: each run has its own.', shown));
  if (result.ok) return `${shown}\n\n${fenced(result.value)}`;
  const { error } = result;
  if (variable?.certainty === 'unknown') return say(text('{0} is known only when the task runs.', shown));
  if (error.variable !== undefined) {
    const undefinedName = `\`${error.variable}\``;
    return say(text('{0}: nothing in this file defines {1}; a parameter (-p) or a caller may.', shown, undefinedName));
  }
  return `${shown}\n\n${fenced(error.cause ?? error.message)}`;
}

/** Where the value comes from, what it is, when it is evaluated, and what it wins over. */
function originLine({ origin, overrides, certainty, value: written }: Variable, say: Say, link: Link): string {
  const others = overrides.toReversed().map((other) => originText(other.origin, say, link));
  return [
    originText(origin, say, link),
    ...(written === undefined ? [] : [say(typeOf(written))]),
    say(whenEvaluated(origin, certainty)),
    ...(others.length > 0 ? [say(text('wins over: {0}', others.join(', ')))] : []),
  ].join(' · ');
}

function typeOf(written: Value): Text {
  if (Array.isArray(written)) return text('list');
  if (isMap(written)) return text('map');
  if (written === null) return text('null');
  if (typeof written === 'boolean') return text('true or false');
  return typeof written === 'string' ? text('text') : text('number');
}

function whenEvaluated({ kind }: Origin, certainty: Variable['certainty']): Text {
  if (kind === 'session') return text('set before each task');
  if (certainty === 'unknown') return text('known when the run gets there');
  if (certainty === 'fixed') return text('as it is written');
  return kind === 'parameter' ? text('given when the session starts') : text('evaluated anew in each task');
}

function originText({ kind, task = '', place }: Origin, say: Say, link: Link): string {
  switch (kind) {
    case 'session':
      return say(text('Set by Digdag'));
    case 'parameter':
      return say(text('Parameter of the session (-p)'));
    case 'export':
      return say(text('Exported by {0}', link(task, place)));
    case 'loop':
      return say(text('Loop variable of {0}', link(task, place)));
    case 'output':
      return say(text('Output of {0}', link(task, place)));
    case 'key':
      return link(say(text('Key of the task itself')), place);
    case 'store':
      return say(text('Stored by {0}', link(task, place)));
    case 'caller':
      return link(say(text('Given by a caller')), place);
  }
}

function meant(source: string): string {
  return source.replace(/^\$<(.*)>$/, '${$1}');
}

function fenced(content: string): string {
  const cut = content.length > longest ? `${content.slice(0, longest)}…` : content;
  const fence = '`'.repeat(Math.max(3, ...[...cut.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}text\n${cut}\n${fence}`;
}
