import { type ParamsFileError, readParamsFile, withNamedParams } from '../../../core/project/givenParams.ts';
import { ConfigError } from '../../../core/value/typed.ts';
import type { ConfigMap } from '../../../core/value/value.ts';
import { nodeEvaluator } from '../../../host/evaluator.ts';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import type { Confirm } from '../../../runner/preview/guards.ts';
import { type Preparation, type PreparedPreview, preparePreview } from '../../../runner/preview/prepare.ts';
import { type PreviewResult, sendPreview } from '../../../runner/preview/send.ts';
import { previewSession } from '../../../runner/preview/session.ts';
import { localSecrets } from '../../../runner/secrets/localSecrets.ts';

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
  /** Absolute: a file of parameters, weaker than `params`. */
  readonly paramsFile: string | undefined;
  /** Secrets that come before those of Digdag's local store. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** Makes the request; sends nothing. This file is a bundle of its own: it brings the compiler and the evaluator, which nothing else in the client needs. */
export async function prepare({
  params,
  session,
  paramsFile,
  secrets,
  ...request
}: PreviewRequest): Promise<Preparation> {
  const evaluator = nodeEvaluator();
  try {
    return await preparePreview({
      ...request,
      files: nodeFileSystem,
      params: givenParams(params, paramsFile),
      sessionTime: previewSession(request.path, session),
      secrets: localSecrets(process.env, secrets),
      env: process.env,
      evaluator,
    });
  } finally {
    evaluator.dispose();
  }
}

/** As `-P paramsFile -p …` gives them. Throws where they cannot be taken. */
function givenParams(named: Readonly<Record<string, string>>, paramsFile: string | undefined): ConfigMap {
  const file: ConfigMap | ParamsFileError =
    paramsFile === undefined ? new Map() : readParamsFile(nodeFileSystem, paramsFile);
  if (!(file instanceof Map)) throw new Error(`${paramsFile}: ${file.message}`);
  const params = withNamedParams(file, new Map(Object.entries(named)));
  if (params instanceof ConfigError) throw new Error(params.message);
  return params;
}

/** Sends it, asking what must be asked. */
export function send(prepared: PreparedPreview, confirm: Confirm, signal: AbortSignal): Promise<PreviewResult> {
  return sendPreview(prepared, { confirm }, signal);
}
