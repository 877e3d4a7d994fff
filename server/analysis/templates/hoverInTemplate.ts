import type { CancellationToken } from 'vscode-languageserver/node';
import { Resolver } from '../../../core/expressions/scopes/resolver.ts';
import { variablesAt } from '../../../core/expressions/scopes/variablesAt.ts';
import { text } from '../../../core/text/text.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import type { HoverText } from '../hover/hoverAt.ts';
import { linkIn } from '../hover/link.ts';
import { variableText } from '../hover/variableText.ts';
import { expressionAt, firstName, type WrittenExpression } from '../position/expressionAt.ts';
import { signalOf } from '../signal.ts';
import { shownSession } from '../variables/scope.ts';
import { withOtherFiles } from '../variables/withOtherFiles.ts';
import { type TemplateUser, usersOf } from './usersOf.ts';

/** Of a file that many tasks run, the values for so many are shown. */
const most = 5;

/** What an expression of a SQL file or another template becomes in each task that runs it. */
export async function hoverInTemplate(
  services: Services,
  document: OpenDocument,
  offset: number,
  token: CancellationToken,
): Promise<HoverText | null> {
  const expression = expressionAt(document.text, offset);
  if (expression?.kind !== 'template') return null;
  const users = usersOf(services, document.path);
  if (users.length === 0) return null;
  const { signal, release } = signalOf(token);
  try {
    const parts: string[] = [];
    for (const user of users.slice(0, most)) {
      const shown = await valueFor(services, user, expression, signal);
      parts.push(users.length === 1 ? shown : `**${user.task.node.fullName}**\n\n${shown}`);
    }
    if (users.length > most) parts.push(services.say(text('and in {0} more tasks', users.length - most)));
    return { markdown: parts.join('\n\n---\n\n'), start: expression.start, end: expression.end };
  } finally {
    release();
  }
}

async function valueFor(
  services: Services,
  { view, task }: TemplateUser,
  { script }: WrittenExpression,
  signal: AbortSignal,
): Promise<string> {
  const session = shownSession(services, view.file);
  const source = `\${${script}}`;
  const name = firstName(script);
  const variables = withOtherFiles(services, view, task.node, name, variablesAt(task.node, session.options));
  const result = await new Resolver(services.evaluator, signal).resolve(source, variables);
  const variable = name === undefined ? undefined : variables.get(name);
  return variableText(
    { source, angle: false, result, name, variable, session },
    services.say.bind(services),
    linkIn(services),
  );
}
