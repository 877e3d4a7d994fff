import { nodeEvaluator } from '../../../host/evaluator.ts';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import type { Confirm } from '../../../runner/preview/guards.ts';
import { type Preparation, type PreparedPreview, preparePreview } from '../../../runner/preview/prepare.ts';
import { type PreviewResult, sendPreview } from '../../../runner/preview/send.ts';
import { previewSession } from '../../../runner/preview/session.ts';
import { localSecrets } from '../../../runner/secrets/localSecrets.ts';
import { paramsMap } from './params.ts';

/** What is to be previewed. */
export interface PreviewRequest {
  /** Absolute, of the workflow's file. */
  readonly path: string;
  readonly projectDirectory: string;
  readonly task?: string;
  /** As `-p key=value` gives them. */
  readonly params: Readonly<Record<string, string>>;
  /** As `--session` takes it. */
  readonly session: string;
  /** Secrets that come before those of Digdag's local store. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** Makes the request; sends nothing. This file is a bundle of its own: it brings the compiler and the evaluator, which nothing else in the client needs. */
export async function prepare({ params, session, secrets, ...request }: PreviewRequest): Promise<Preparation> {
  const evaluator = nodeEvaluator();
  try {
    return await preparePreview({
      ...request,
      files: nodeFileSystem,
      params: paramsMap(params),
      sessionTime: previewSession(request.path, session),
      secrets: localSecrets(process.env, secrets),
      env: process.env,
      evaluator,
    });
  } finally {
    evaluator.dispose();
  }
}

/** Sends it, asking what must be asked. */
export function send(prepared: PreparedPreview, confirm: Confirm, signal: AbortSignal): Promise<PreviewResult> {
  return sendPreview(prepared, { confirm }, signal);
}
