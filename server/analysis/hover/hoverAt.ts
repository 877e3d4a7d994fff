import type { CancellationToken } from 'vscode-languageserver/node';
import { Resolver } from '../../../core/expressions/scopes/resolver.ts';
import type { Variable } from '../../../core/expressions/scopes/variable.ts';
import { lineStartOf } from '../../../core/text/lineStart.ts';
import { text } from '../../../core/text/text.ts';
import type { AliasNode } from '../../../core/yaml/node.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { catalogFor } from '../catalogFor.ts';
import { expressionAt, firstName, type WrittenExpression } from '../position/expressionAt.ts';
import { keyInTask, keyText, type Spot, spotAt } from '../position/spot.ts';
import { type Level, meaningOf, surroundingsOf } from '../position/surroundings.ts';
import { taskAt } from '../position/taskAt.ts';
import { scheduleMarkdown } from '../schedule/scheduleTexts.ts';
import { signalOf } from '../signal.ts';
import { viewOf } from '../symbols/view.ts';
import { shownSession, variablesOf } from '../variables/scope.ts';
import { withOtherFiles } from '../variables/withOtherFiles.ts';
import { catalogText } from './catalogText.ts';
import { linkIn } from './link.ts';
import { valueText } from './valueText.ts';
import { variableText } from './variableText.ts';

/** What is said about a part of the text. */
export interface HoverText {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

/** What a key means, or what an expression becomes. */
export async function hoverAt(
  services: Services,
  document: OpenDocument,
  offset: number,
  token: CancellationToken,
): Promise<HoverText | null> {
  const spot = spotAt(services.loaded(document).document.root, offset);
  if (!spot) return null;
  if (spot.on === 'key') return keyHover(services, document, spot);
  if (spot.node.kind === 'alias') return aliasHover(services, document, spot.node);
  const { start, end } = spot.node;
  const expression = spot.node.kind === 'scalar' && expressionAt(document.text.slice(start, end), offset - start);
  if (!expression) return valueHover(services, document, spot);
  const value = await resolved(services, document, { spot, expression, offset }, token);
  return value === undefined ? null : { markdown: value, start: start + expression.start, end: start + expression.end };
}

function keyHover(services: Services, document: OpenDocument, { steps, node }: Spot): HoverText | null {
  const catalog = catalogFor(services, document);
  const levels = levelsOf(steps);
  const last = levels.pop();
  const meaning = last && meaningOf(catalog, surroundingsOf(catalog, levels, last.siblings), last.key);
  if (!meaning) return null;
  const { start, end } = node;
  const said = catalogText(meaning, services.say.bind(services), catalog.profile);
  const times = isSchedule(steps) ? scheduleMarkdown(services, services.loaded(document)) : undefined;
  return { markdown: times === undefined ? said : `${times}\n\n---\n\n${said}`, start, end };
}

/** What an alias stands for, as it is written at its anchor. */
function aliasHover(services: Services, { text: source }: OpenDocument, alias: AliasNode): HoverText | null {
  const { target, name, start, end } = alias;
  if (!target) return null;
  const indent = target.start - lineStartOf(source, target.start);
  const lines = source.slice(target.start, target.end).trimEnd().split('\n');
  const shown = lines.slice(0, mostLines).map((line) => line.replace(new RegExp(`^ {0,${indent}}`), ''));
  const written = [...shown, ...(lines.length > mostLines ? ['…'] : [])].join('\n');
  const markdown = `${services.say(text('The same as at {0}:', `\`&${name}\``))}\n\n\`\`\`digdag\n${written}\n\`\`\``;
  return { markdown, start, end };
}

/** More lines of an alias's value are no help. */
const mostLines = 20;

/** `schedule` at the top of a workflow, or its scheduler's key. */
function isSchedule(steps: Spot['steps']): boolean {
  const [first, second, ...more] = steps.map(({ key }) => key);
  return first === 'schedule' && more.length === 0 && (second === undefined || second.endsWith('>'));
}

/** A value in words: a cron, a duration, a zone, and what else is not as it looks. */
function valueHover(services: Services, document: OpenDocument, { steps, node }: Spot): HoverText | null {
  if (node.kind !== 'scalar' || node.style === 'literal' || node.style === 'folded') return null;
  const levels = levelsOf(steps);
  const last = levels.pop();
  if (!last) return null;
  const catalog = catalogFor(services, document);
  const shown = {
    key: last.key,
    around: surroundingsOf(catalog, levels, last.siblings),
    catalog,
    source: node.text,
    value: node.value,
    quoted: node.style !== 'plain',
    zone: shownSession(services, services.loaded(document)).zone,
    now: services.host.now(),
  };
  const markdown = valueText(shown, services.say.bind(services));
  return markdown === undefined ? null : { markdown, start: node.start, end: node.end };
}

function levelsOf(steps: Spot['steps']): Level[] {
  return steps.map(({ key, mapping }) => ({ key, siblings: mapping.pairs.map(keyText) }));
}

async function resolved(
  services: Services,
  document: OpenDocument,
  {
    spot,
    expression,
    offset,
  }: { readonly spot: Spot; readonly expression: WrittenExpression; readonly offset: number },
  token: CancellationToken,
): Promise<string | undefined> {
  const at = services.taskAt(document, offset);
  if (!at) return undefined;
  const session = shownSession(services, services.loaded(document));
  const name = firstName(expression.script);
  const own = variablesOf(at.task, session, keyInTask(spot), at.outputs);
  const variables = name === undefined || own.has(name) ? own : withOthers(services, document, { offset, name, own });
  const { signal, release } = signalOf(token);
  try {
    const result = await new Resolver(services.evaluator, signal).resolve(`\${${expression.script}}`, variables);
    const variable = name === undefined ? undefined : variables.get(name);
    const { start } = spot.node;
    const source = document.text.slice(start + expression.start, start + expression.end);
    const shown = { source, angle: expression.kind === 'angle', result, name, variable, session };
    return variableText(shown, services.say.bind(services), linkIn(services));
  } finally {
    release();
  }
}

/** What only other files define is looked for where the file itself does not: that needs all of its tasks. */
function withOthers(
  services: Services,
  document: OpenDocument,
  {
    offset,
    name,
    own,
  }: { readonly offset: number; readonly name: string; readonly own: ReadonlyMap<string, Variable> },
): ReadonlyMap<string, Variable> {
  const checked = services.checked(document);
  const task = taskAt(checked, offset);
  return task ? withOtherFiles(services, viewOf(checked), task, name, own) : own;
}
