import type { Place } from '../rules/finding.ts';
import { type Text, text } from '../text/text.ts';
import { keyText } from '../yaml/writtenScalar.ts';
import type { ResolvedTask, ResolvedWorkflow } from './resolved.ts';
import type { Shown } from './shown.ts';
import { blockScalar, inlineScalar } from './yaml.ts';

/** A resolved workflow as a document that looks like a workflow. */
export interface ResolvedText {
  readonly text: string;
  /** Where the task is written that stands at a line and on those below it; lines count from 0. */
  readonly tasks: readonly { readonly line: number; readonly place: Place }[];
}

type Say = (text: Text) => string;

/**
 * @param heading lines of a comment above it
 * @param only the task to print; the whole workflow where absent
 */
export function printResolved(
  { root, truncated, timezone }: ResolvedWorkflow,
  heading: readonly string[],
  say: Say,
  only: ResolvedTask = root,
): ResolvedText {
  const printer = new Printer(say);
  for (const line of heading) printer.comment(0, line);
  if (only === root) printer.root(root, timezone);
  else printer.task(only, 0, only.fullName);
  if (truncated) printer.comment(0, say(text('There are more tasks: they are not shown.')));
  return { text: `${printer.lines.join('\n')}\n`, tasks: printer.tasks };
}

class Printer {
  readonly lines: string[] = [];
  readonly tasks: { line: number; place: Place }[] = [];

  constructor(readonly say: Say) {}

  comment(depth: number, said: string): void {
    for (const line of said.split('\n')) this.#line(depth, `# ${line}`.trimEnd());
  }

  root(root: ResolvedTask, timezone: string): void {
    this.#line(0, `timezone: ${inlineScalar(timezone)}`);
    this.body(root, 0);
  }

  task(task: ResolvedTask, depth: number, name = task.name): void {
    if (task.place) this.tasks.push({ line: this.lines.length, place: task.place });
    const certain = this.#certainty(task);
    this.#line(depth, `${keyText(name)}:${certain === '' ? '' : `  # ${certain}`}`);
    this.body(task, depth + 1);
  }

  body(task: ResolvedTask, depth: number): void {
    for (const { kind, text: said } of task.notes) {
      this.comment(depth, kind === 'error' ? this.say(text('error: {0}', this.say(said))) : this.say(said));
    }
    if (task.kind === 'disabled') this.#line(depth, '_disable: true');
    else if (task.exports.size > 0) this.#value(depth, '_export:', { kind: 'map', entries: task.exports });
    this.#entries(depth, [...task.keys]);
    for (const { key, value, from } of task.applied) {
      const origin = from === undefined ? text('a parameter of the session') : text('exported by {0}', from);
      this.#value(depth, `${keyText(key)}:`, value, this.say(origin));
    }
    for (const child of task.children) {
      if (depth === 0) this.lines.push('');
      this.task(child, depth);
    }
  }

  #certainty({ when }: ResolvedTask): string {
    switch (when) {
      case 'always':
        return '';
      case 'maybe':
        return this.say(text('only a run tells whether'));
      case 'error':
        return this.say(text('where it fails'));
      case 'check':
        return this.say(text('where it succeeds'));
    }
  }

  #entries(depth: number, entries: readonly (readonly [string, Shown])[]): void {
    for (const [key, value] of entries) this.#value(depth, `${keyText(key)}:`, value);
  }

  /** @param start a key with its colon, or the dash of a list */
  #value(depth: number, start: string, value: Shown, remark = ''): void {
    const comment = remark === '' ? '' : `  # ${remark}`;
    if (value.kind === 'scalar') {
      this.#scalar(depth, start, value, remark);
    } else if ((value.kind === 'list' ? value.items.length : value.entries.size) === 0) {
      this.#line(depth, `${start} ${value.kind === 'list' ? '[]' : '{}'}${comment}`);
    } else {
      this.#line(depth, `${start}${comment}`);
      if (value.kind === 'map') this.#entries(depth + 1, [...value.entries]);
      else for (const item of value.items) this.#value(depth + 1, '-', item);
    }
  }

  #scalar(depth: number, start: string, shown: Shown & { kind: 'scalar' }, remark: string): void {
    const { value, unknown, error } = shown;
    const remarks = [
      ...(remark === '' ? [] : [remark]),
      ...(unknown === undefined ? [] : [this.say(text('known only when it runs: {0}', unknown))]),
      ...(error === undefined ? [] : [this.say(text('error: {0}', error))]),
      ...(typeof value === 'string' && value.includes('${secret:') ? [this.say(text('a secret'))] : []),
    ].map((said) => said.replaceAll(/\s*[\r\n]+\s*/g, ' '));
    const comment = remarks.length === 0 ? '' : `  # ${remarks.join('; ')}`;
    const block = blockScalar(value);
    this.#line(depth, `${start} ${block ? block.header : inlineScalar(value)}${comment}`);
    for (const line of block?.lines ?? []) this.#line(line === '' ? 0 : depth + 1, line);
  }

  #line(depth: number, content: string): void {
    this.lines.push('  '.repeat(depth) + content);
  }
}
