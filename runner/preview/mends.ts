import { type Answer, type Exchange, header } from '../../core/http/answer.ts';
import { definitionText } from '../../core/http/definition.ts';
import { loadFetched } from '../../core/http/fetchedWorkflow.ts';
import { judge } from '../../core/http/verdict.ts';
import { type Text, text } from '../../core/text/text.ts';
import { fetchedTasks } from './fetchedTasks.ts';
import type { PreparedPreview } from './prepare.ts';

/** An option of the task that changes what Digdag makes of the answer. */
export interface Mend {
  readonly option: string;
  /** As it stands in a workflow. */
  readonly value: string;
  readonly title: Text;
}

const types = ['application/x-yaml', 'application/json'] as const;

/** What makes Digdag take a definition that it refuses: only what was tried and helps. */
export function definitionMends(prepared: PreparedPreview, answer: Answer): Mend[] {
  const { request } = prepared;
  if (answer.status >= 300 && header(answer, 'location') !== undefined && !request.followRedirects) {
    return [mend('follow_redirects', 'true')];
  }
  const isJson = /^\s*\{/.test(new TextDecoder().decode(answer.body.subarray(0, 1024)));
  const ordered = isJson ? [...types].reverse() : types;
  const helpful = ordered.find((type) => type !== request.contentTypeOverride && isTakenAs(prepared, answer, type));
  return helpful ? [mend('content_type_override', helpful)] : [];
}

function isTakenAs(prepared: PreparedPreview, answer: Answer, contentTypeOverride: string): boolean {
  const { files, projectDirectory, workdir, task, surroundings } = prepared;
  const written = definitionText({ contentTypeOverride }, answer);
  if (!written.ok) return false;
  const loaded = loadFetched(written.value, files, projectDirectory, workdir);
  return loaded.ok && fetchedTasks(task.fullName, loaded.value, surroundings.taskCount).ok;
}

/** What to set where no answer was accepted. */
export function exchangeMends({ request }: PreparedPreview, exchange: Exchange): Mend[] {
  const mends: Mend[] = [];
  const answer = exchange.kind === 'failed' ? undefined : exchange.answer;
  const method = answer?.status === 405 ? allowedMethod(answer, request.method) : undefined;
  if (method) mends.push(mend('method', method));
  if (answer?.status === 415 && request.content) mends.push(...typeMend(request.content.type));
  if (exchange.kind === 'failed' && exchange.failure.kind === 'timeout') {
    const longer = [60, 120, 300, 600].find((seconds) => seconds >= 2 * request.timeoutSeconds);
    if (longer !== undefined) mends.push(mend('timeout', String(longer)));
  }
  const otherwise = judge({ ...request, retry: !request.retry }, exchange);
  if (otherwise.kind !== judge(request, exchange).kind) mends.push(mend('retry', String(!request.retry)));
  return mends;
}

function allowedMethod(answer: Answer, sent: string): string | undefined {
  const allowed = (header(answer, 'allow') ?? '').split(',').map((name) => name.trim().toUpperCase());
  return ['GET', 'POST', 'PUT'].find((name) => name !== sent && allowed.includes(name));
}

/** `plain/text` is what Digdag makes of a plain value; hardly any service knows it. */
function typeMend(type: string): Mend[] {
  return type === 'plain/text' ? [mend('content_type', 'text/plain'), mend('content_type', 'application/json')] : [];
}

function mend(option: string, value: string): Mend {
  return { option, value, title: text('Set {0}', `${option}: ${value}`) };
}
