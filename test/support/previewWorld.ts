import type { ConfigMap } from '../../core/value/value.ts';
import { nodeEvaluator } from '../../host/evaluator.ts';
import type { Question } from '../../runner/preview/guards.ts';
import { type Preparation, type PreparedPreview, preparePreview } from '../../runner/preview/prepare.ts';
import { type PreviewPorts, type PreviewResult, sendPreview } from '../../runner/preview/send.ts';
import type { Routes } from '../conformance/http/behaviour.ts';
import { type ReceivedRequest, RecordingServer } from '../conformance/http/server.ts';
import { memoryFileSystem } from './memoryFileSystem.ts';

export interface PreviewGiven {
  readonly task?: string;
  readonly params?: ConfigMap;
  readonly secrets?: Record<string, string>;
  /** More files of the project, below `/p/`. */
  readonly files?: Record<string, string>;
}

export type SentPreview = Extract<PreviewResult, { kind: 'sent' }>;

/** Previews of workflows that call a real server: in their texts it is `HOST`, a second one `OTHER`. */
export class PreviewWorld {
  readonly evaluator = nodeEvaluator();
  received: ReceivedRequest[] = [];
  asked: Question[] = [];
  readonly server = new RecordingServer('HOST', (request) => this.received.push(request));
  readonly other = new RecordingServer('OTHER', (request) => this.received.push(request));

  async open(): Promise<void> {
    await this.server.listen();
    await this.other.listen();
  }

  /** Between tests. */
  forget(): void {
    this.received = [];
    this.asked = [];
    this.server.forget();
    this.other.forget();
  }

  async close(): Promise<void> {
    await Promise.all([this.server.close(), this.other.close()]);
    this.evaluator.dispose();
  }

  named(text: string): string {
    return text.replaceAll('HOST', `127.0.0.1:${this.server.port}`).replaceAll('OTHER', `127.0.0.1:${this.other.port}`);
  }

  input({ params = new Map(), secrets = {}, files = {} }: PreviewGiven) {
    const within = Object.entries({ 'vars.yml': 'v: 1\n', ...files }).map(([name, text]) => [`/p/${name}`, text]);
    return {
      files: memoryFileSystem(Object.fromEntries(within)),
      path: '/p/main.dig',
      projectDirectory: '/p',
      params,
      sessionTime: (): number => Date.parse('2026-01-02T03:04:05Z'),
      evaluator: this.evaluator,
      proxies: [],
      secrets: (key: string): string | undefined => secrets[key],
    };
  }

  prepare(dig: string, given: PreviewGiven = {}): Promise<Preparation> {
    const input = this.input({ ...given, files: { 'main.dig': this.named(dig), ...given.files } });
    return preparePreview({ ...input, ...(given.task ? { task: given.task } : {}) });
  }

  async ready(dig: string, given?: PreviewGiven): Promise<PreparedPreview> {
    const prepared = await this.prepare(dig, given);
    if (prepared.kind !== 'ready') throw new Error(JSON.stringify(prepared.kind));
    return prepared;
  }

  /** @param routes of HOST, the texts in them with the names of the servers filled in */
  async preview(
    dig: string,
    routes: Routes,
    allow: (question: Question) => boolean = () => true,
    given?: PreviewGiven,
    ports: Partial<PreviewPorts> = {},
  ): Promise<PreviewResult> {
    this.server.routes = JSON.parse(this.named(JSON.stringify(routes)));
    this.server.forget();
    const confirm = (question: Question): Promise<boolean> => {
      this.asked.push(question);
      return Promise.resolve(allow(question));
    };
    return sendPreview(await this.ready(dig, given), { ...ports, confirm }, AbortSignal.timeout(10_000));
  }

  async sent(...args: Parameters<PreviewWorld['preview']>): Promise<SentPreview> {
    const result = await this.preview(...args);
    if (result.kind !== 'sent') throw new Error(`not sent: ${result.question.kind}`);
    return result;
  }
}
