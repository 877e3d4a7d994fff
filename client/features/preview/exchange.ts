import type { FetchedWorkflow } from '../../../core/http/fetchedWorkflow.ts';
import { type ParamsFileError, readParamsFile, withNamedParams } from '../../../core/project/givenParams.ts';
import { setOption } from '../../../core/rules/support/setOption.ts';
import { ConfigError } from '../../../core/value/typed.ts';
import type { ConfigMap } from '../../../core/value/value.ts';
import { nodeEvaluator } from '../../../host/evaluator.ts';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import { trustedCertificates } from '../../../runner/net/certificates.ts';
import type { Confirm } from '../../../runner/preview/guards.ts';
import type { Mend } from '../../../runner/preview/mends.ts';
import {
  type Preparation,
  type PreparedPreview,
  prepareNested,
  preparePreview,
} from '../../../runner/preview/prepare.ts';
import { type PreviewResult, sendPreview } from '../../../runner/preview/send.ts';
import { previewSession } from '../../../runner/preview/session.ts';
import { localSecrets } from '../../../runner/secrets/localSecrets.ts';
import type { NetworkSettings } from '../../platform/networkSettings.ts';
import { machineProxies } from './machineProxies.ts';

/** What a preview needs to know of its project and this machine. */
export interface PreviewSurroundings {
  readonly projectDirectory: string;
  /** As `-p key=value` gives them. */
  readonly params: Readonly<Record<string, string>>;
  /** As `--session` takes it. */
  readonly session: string;
  /** Absolute: a file of parameters, weaker than `params`. */
  readonly paramsFile: string | undefined;
  /** Secrets that come before those of Digdag's local store. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly network: NetworkSettings;
}

/** A task of a file. */
export interface TaskOfFile {
  /** Absolute, of the workflow's file. */
  readonly path: string;
  readonly task: string;
}

/** A task of a workflow that a preview brought. */
export interface NestedTask {
  readonly task: string;
  readonly from: PreparedPreview;
  readonly workflow: FetchedWorkflow;
}

/** Makes the request; sends nothing. */
export async function prepare(
  subject: TaskOfFile | NestedTask,
  { params, session, paramsFile, secrets, network, projectDirectory }: PreviewSurroundings,
): Promise<Preparation> {
  const evaluator = nodeEvaluator();
  const { task } = subject;
  const input = {
    files: nodeFileSystem,
    projectDirectory,
    params: givenParams(params, paramsFile),
    secrets: localSecrets(network.env, secrets),
    proxies: await machineProxies(network),
    evaluator,
    task,
  };
  try {
    if ('from' in subject) return await prepareNested(input, subject.from, subject.workflow);
    const { path } = subject;
    return await preparePreview({ ...input, path, sessionTime: previewSession(path, session) });
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
export async function send(
  prepared: PreparedPreview,
  confirm: Confirm,
  { systemCertificates, certificateFiles }: NetworkSettings,
  signal: AbortSignal,
): Promise<PreviewResult & { readonly certificateProblems: readonly string[] }> {
  const { ca, problems } = trustedCertificates(systemCertificates, certificateFiles);
  const result = await sendPreview(prepared, { confirm, ...(ca ? { ca } : {}) }, signal);
  return { ...result, certificateProblems: problems.map(({ file, reason }) => `${file}: ${reason}`) };
}

/** Where and what to write so that the task has the option; undefined where that is left to the person. */
export function mendEdit(prepared: PreparedPreview, { option, value }: Mend) {
  const source = nodeFileSystem.read(prepared.task.place.path);
  return source ? setOption(source.text, prepared.task, option, value) : undefined;
}
