import type { Answer, Exchange } from '../../core/http/answer.ts';
import { bodyText } from '../../core/http/body.ts';
import { definitionText } from '../../core/http/definition.ts';
import { type FetchedWorkflow, loadFetched } from '../../core/http/fetchedWorkflow.ts';
import { judge, storedContent, type Verdict } from '../../core/http/verdict.ts';
import { caught } from '../../core/text/digdagError.ts';
import { type Text, text } from '../../core/text/text.ts';
import { definitionAdvice, retryAdvice, statusAdvice, transportAdvice } from './advice.ts';
import { definitionNotes } from './definitionNotes.ts';
import { type FetchedTask, fetchedTasks } from './fetchedTasks.ts';
import type { Mask } from './mask.ts';
import { definitionMends, exchangeMends, type Mend } from './mends.ts';
import type { PreparedPreview } from './prepare.ts';

/** What Digdag would do with the answer. */
export interface PreviewVerdict {
  /** `unknown`: the preview ended before Digdag would have. */
  readonly kind: 'accepted' | 'retried' | 'failed' | 'unknown';
  /** Digdag's own words of a failure; empty where it accepts. */
  readonly message: string;
  /** What to know or to do about it. */
  readonly advice: readonly Text[];
  /** Options of the task that would change it. */
  readonly mends: readonly Mend[];
}

interface PreviewDefinition {
  /** As Digdag would write it to http_call.dig: JSON rewritten as YAML. Secrets are masked. */
  readonly text: string;
  /** With their places in `text`. */
  readonly tasks: readonly FetchedTask[];
  /** Undefined where Digdag refuses to load it. */
  readonly workflow: FetchedWorkflow | undefined;
}

export interface Judgement {
  readonly verdict: PreviewVerdict;
  /** Of http_call>, where the answer holds one; also of one that Digdag refuses to run. */
  readonly definition: PreviewDefinition | undefined;
  /** The answer's text, masked; undefined where it is none. */
  readonly body: string | undefined;
}

/** No preview takes longer, in milliseconds, whatever the task's timeout allows. */
export const longest = 120_000;

/** Judges an exchange as Digdag would. */
export function judgement(prepared: PreparedPreview, exchange: Exchange): Judgement {
  const { request, mask, operator } = prepared;
  const answer = exchange.kind === 'failed' ? undefined : exchange.answer;
  const decoded = answer && caught(() => bodyText(answer));
  const body = decoded?.ok ? mask.text(decoded.value) : undefined;
  if (isCutShort(prepared, exchange)) {
    const advice = [text('The preview waited {0} seconds; Digdag would wait longer.', longest / 1000)];
    return { verdict: { kind: 'unknown', message: '', advice, mends: [] }, definition: undefined, body };
  }
  const verdict = judge(request, exchange);
  if (verdict.kind !== 'accepted') {
    return { verdict: notAccepted(prepared, exchange, verdict), definition: undefined, body };
  }
  if (operator === 'http') return { verdict: storedVerdict(prepared, verdict.answer), definition: undefined, body };
  return { ...judgedDefinition(prepared, verdict.answer, body ?? ''), body };
}

function isCutShort({ request }: PreparedPreview, exchange: Exchange): boolean {
  const { timeoutSeconds } = request;
  const isLonger = timeoutSeconds <= 0 || timeoutSeconds * 1000 > longest;
  return isLonger && exchange.kind === 'failed' && exchange.failure.kind === 'timeout';
}

function notAccepted(
  prepared: PreparedPreview,
  exchange: Exchange,
  verdict: Exclude<Verdict, { kind: 'accepted' }>,
): PreviewVerdict {
  const message = verdict.kind === 'retried' ? verdict.cause : verdict.error.message;
  const reason = exchange.kind === 'failed' ? transportAdvice(exchange.failure) : statusAdvice(exchange.answer);
  const again = verdict.kind === 'retried' ? retryAdvice() : repeatAdvice(prepared);
  return {
    kind: verdict.kind,
    message: prepared.mask.text(message),
    advice: [reason, again].filter((some) => some !== undefined),
    mends: exchangeMends(prepared, exchange),
  };
}

/** `_retry` counts what Digdag itself does not try again. */
function repeatAdvice({ repeats }: PreparedPreview): Text | undefined {
  return repeats === undefined ? undefined : text('Then _retry runs the task again: {0}', repeats);
}

function storedVerdict({ request, mask }: PreparedPreview, answer: Answer): PreviewVerdict {
  const stored = request.storeContent ? caught(() => storedContent(answer)) : undefined;
  return stored?.ok === false ? failedVerdict(mask.text(stored.error.message)) : accepted([]);
}

function judgedDefinition(prepared: PreparedPreview, answer: Answer, body: string): Omit<Judgement, 'body'> {
  const { request, files, projectDirectory, workdir, task, mask } = prepared;
  const failed = (message: string): PreviewVerdict => {
    const advice = [definitionAdvice(answer, body, message), repeatAdvice(prepared)];
    const mends = definitionMends(prepared, answer);
    return { kind: 'failed', message: mask.text(message), advice: advice.filter((some) => some !== undefined), mends };
  };
  const written = definitionText(request, answer);
  if (!written.ok) return { verdict: failed(written.error.message), definition: undefined };
  const shown = mask.text(written.value);
  const loaded = loadFetched(written.value, files, projectDirectory, workdir);
  if (!loaded.ok) {
    return { verdict: failed(loaded.error.message), definition: { text: shown, tasks: [], workflow: undefined } };
  }
  const made = fetchedTasks(task.fullName, loaded.value, prepared.surroundings.taskCount);
  const tasks = made.ok ? made.tasks.map((some) => placedIn(written.value, mask, some)) : [];
  const definition = { text: shown, tasks, workflow: loaded.value };
  return { verdict: made.ok ? accepted(definitionNotes(loaded.value)) : failed(made.message), definition };
}

/** Secrets have another length than the stars that stand for them. */
function placedIn(written: string, mask: Mask, task: FetchedTask): FetchedTask {
  const shownAt = (offset: number): number => mask.text(written.slice(0, offset)).length;
  const command = task.command === undefined ? undefined : mask.text(task.command);
  return { ...task, command, start: shownAt(task.start), end: shownAt(task.end) };
}

function accepted(advice: readonly Text[]): PreviewVerdict {
  return { kind: 'accepted', message: '', advice, mends: [] };
}

function failedVerdict(message: string): PreviewVerdict {
  return { kind: 'failed', message, advice: [], mends: [] };
}
