import { join } from 'node:path';
import { environmentProxies } from '../../../core/http/proxy.ts';
import type { ConfigMap } from '../../../core/value/value.ts';
import { nodeEvaluator } from '../../../host/evaluator.ts';
import { nodeFileSystem } from '../../../host/nodeFileSystem.ts';
import { preparePreview } from '../../../runner/preview/prepare.ts';
import { sendPreview } from '../../../runner/preview/send.ts';
import { localSecrets } from '../../../runner/secrets/localSecrets.ts';
import { comparable } from '../run/compare.ts';
import { matches } from '../run/placeholders.ts';
import { requestDifferences } from './compareRequests.ts';
import type { HttpRecording, HttpStep } from './recording.ts';
import type { Servers } from './servers.ts';

interface PreviewCase {
  readonly recording: HttpRecording;
  readonly root: string;
  readonly project: string;
  readonly servers: Servers;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Where the preview of the case's first request task differs from what Digdag sent first, and from what it did with the answer; undefined where
 * there is nothing to preview.
 */
export async function previewDifferences(step: HttpStep, world: PreviewCase): Promise<string[] | undefined> {
  if (step.args.includes('--dry-run')) return undefined;
  const { recording, root, project, servers, env } = world;
  servers.serve(step.server, recording.server2 ?? step.server);
  const params: ConfigMap = new Map(Object.entries(recording.params ?? {}));
  const secrets = localSecrets({ ...env, XDG_CONFIG_HOME: join(root, 'config') }, new Map());
  const evaluator = nodeEvaluator();
  const sessionTime = (): number => Date.parse('2026-01-02T03:04:05Z');
  const path = join(project, step.main ?? 'main.dig');
  try {
    const input = {
      files: nodeFileSystem,
      path,
      projectDirectory: project,
      params,
      sessionTime,
      secrets,
      proxies: environmentProxies(env),
      evaluator,
    };
    const prepared = await preparePreview(input);
    if (prepared.kind === 'refused' && prepared.reason === 'nothing') return undefined;
    if (prepared.kind === 'unresolved')
      return secretDifference(
        step,
        prepared.missing.map(({ name }) => name),
      );
    const task = prepared.task?.fullName ?? '+main';
    if (prepared.kind === 'refused')
      return messageDifference(step, task, String(prepared.message.args[0] ?? ''), project);
    const confirm = (): Promise<boolean> => Promise.resolve(true);
    const result = await sendPreview(prepared, { confirm }, AbortSignal.timeout(30_000));
    if (result.kind === 'declined') return ['preview: declined'];
    const sent = servers.received.length;
    const first = requestDifferences(step.requests.slice(0, sent), servers.received).map((line) => `preview ${line}`);
    const { kind, message } = result.verdict;
    const { stoppedByRecorder = false, tasks } = step.outcome;
    const state = stoppedByRecorder ? 'error' : tasks?.find(({ fullName }) => fullName === task)?.state;
    if (kind === 'accepted') return state === 'error' ? [...first, `preview: accepted ${task}`] : first;
    if (stoppedByRecorder || isRepeated(step, sent)) return first;
    return [...first, ...messageDifference(step, task, message, project)];
  } finally {
    evaluator.dispose();
  }
}

/** Whether Digdag sent the request of the first task once more. */
function isRepeated({ requests }: HttpStep, sent: number): boolean {
  const [first, again] = [requests[0], requests[sent]];
  return again !== undefined && first?.target === again.target && first.method === again.method;
}

function messageDifference({ outcome }: HttpStep, task: string, message: string, project: string): string[] {
  const recorded = outcome.tasks?.find(({ fullName }) => fullName === task)?.error;
  const [expected, got] = [comparable(recorded ?? '', project), comparable(message, project)];
  return matches(expected, got) ? [] : [`preview verdict: recorded ${recorded}\n                 got      ${message}`];
}

/** A missing secret is asked for instead of letting the request fail. */
function secretDifference({ outcome }: HttpStep, names: readonly string[]): string[] {
  const asked = names.some((name) =>
    outcome.error.some((error) => error.includes(`'${name}'`) || error.includes(name)),
  );
  return asked ? [] : [`preview asks for ${names.join(', ')}`];
}
