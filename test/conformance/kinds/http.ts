import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RunEvent, RunFinished } from '../../../runner/events.ts';
import { requestDifferences } from '../http/compareRequests.ts';
import { previewDifferences } from '../http/preview.ts';
import type { HttpRecording, HttpStep } from '../http/recording.ts';
import { expectedOutcome } from '../http/rules.ts';
import { certificateOnce, Servers } from '../http/servers.ts';
import { failed, type Kind, type Means, type Outcome, passed } from '../kind.ts';
import { differences } from '../run/compare.ts';
import type { Digkit } from '../run/digkit.ts';
import { observed, refused } from '../run/observe.ts';
import { fill } from '../run/placeholders.ts';
import type { Observed } from '../run/recording.ts';

/** No recorded run takes longer. */
const patience = 60_000;

/** The proxies of this machine are none of the recording's. */
const proxyVariable = /^(https?|all|no)_proxy$/i;

/** http.jsonl: each case runs against servers of its own; the preview is asked for its first request and the verdict, too. */
export function http({ digkit }: Means): Kind {
  const certificate = certificateOnce();
  return {
    concurrency: 6,
    // The server answers late, and the task waits so long or gives up.
    timed: (line) => line.includes('"delay":'),
    async run(line): Promise<Outcome> {
      const root = realpathSync(mkdtempSync(join(tmpdir(), 'digkit-http-')));
      const servers = await Servers.open(certificate());
      try {
        return await runCase(line, root, servers, digkit);
      } finally {
        await servers.close();
        rmSync(root, { recursive: true, force: true });
      }
    },
  };
}

async function runCase(line: string, root: string, servers: Servers, digkit: Digkit): Promise<Outcome> {
  const project = join(root, 'project');
  const recording: HttpRecording = JSON.parse(
    fill(line, { ...servers.names, PROJECT: project, HOME: root, WORK: root }),
  );
  writeFiles(project, { 'main.dig': recording.dig, ...recording.files });
  writeFiles(join(root, 'config', 'digdag', 'secrets'), recording.secrets ?? {});
  const world = { recording, root, project, servers, env: environment(root, recording), digkit };
  let preview: string[] | undefined;
  for (const [index, step] of (recording.steps ?? [recording]).entries()) {
    const found = await runStep(step, world);
    if (found.length > 0) return failed(`${recording.steps ? `step ${index + 1}\n` : ''}${found.join('\n')}`);
    if (index === 0) preview = await previewDifferences(step, world);
    // Digdag leaves what it fetched in the project, and the next step builds on that; Digkit does not.
    if (recording.steps) writeFiles(project, step.outcome.filesWritten ?? {});
  }
  if (!preview) return passed();
  return { ...(preview.length > 0 ? failed(preview.join('\n')) : passed()), previewRight: preview.length === 0 };
}

interface World {
  readonly recording: HttpRecording;
  readonly root: string;
  readonly project: string;
  readonly servers: Servers;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly digkit: Digkit;
}

async function runStep(step: HttpStep, { recording, project, servers, env, digkit }: World): Promise<string[]> {
  const outcome = expectedOutcome(step.outcome, recording);
  servers.serve(step.server, recording.server2 ?? step.server);
  const events: RunEvent[] = [];
  const stopper = new AbortController();
  const signal = AbortSignal.any([stopper.signal, AbortSignal.timeout(patience)]);
  const rhythm = rhythmOf(Math.max(step.requests.length, 3));
  const watch = (event: RunEvent): void => {
    events.push(event);
    if (outcome.stoppedByRecorder && waits(events).length >= rhythm.length) stopper.abort();
  };
  const given = Object.entries(recording.params ?? {}).flatMap(([key, value]) => ['-p', `${key}=${value}`]);
  const args = [step.main ?? 'main.dig', ...step.args, ...given];
  const answer = await digkit({ args, directory: project, env, signal, watch });
  if (answer.kind === 'usage') return ['the command line was not taken'];
  if (answer.kind === 'refused') {
    return differences({ ...outcome, tasks: [], exitCode: 1, args: [] }, refused(answer.message), project);
  }
  const { finished } = answer;
  const requests = requestDifferences(step.requests, servers.received);
  if (outcome.stoppedByRecorder) return [...requests, ...rhythmDifferences(rhythm, events, finished.canceled)];
  const { tasks = [], exitCode } = outcome;
  const recorded = { ...outcome, tasks, exitCode: exitCode ?? 1, args: step.args };
  return [...requests, ...differences(recorded, withConfigs(observed(finished, events), finished), project)];
}

/** These recordings tell the config of generated tasks, too. */
function withConfigs(run: Observed, finished: RunFinished): Observed {
  const tasks = run.tasks.map((task, index) => {
    const config = finished.tasks[index]?.config;
    return config === undefined ? task : { ...task, config };
  });
  return { ...run, tasks };
}

/** The waits of the retries, in milliseconds. */
function waits(events: readonly RunEvent[]): number[] {
  return events.flatMap((event) => (event.type === 'task-retried' ? [event.after] : []));
}

/** As many waits as requests were recorded: 1, 2, 4, 8 s. */
function rhythmOf(requests: number): number[] {
  return Array.from({ length: requests }, (_, index) => Math.min(2 ** index, 30) * 1000);
}

function rhythmDifferences(rhythm: readonly number[], events: readonly RunEvent[], canceled: boolean): string[] {
  const found = waits(events);
  const same = rhythm.every((wait, index) => found[index] === wait);
  const wrong = same ? [] : [`waits: recorded ${rhythm.join(', ')}\n       got      ${found.join(', ')}`];
  return canceled ? wrong : [...wrong, 'the run did not end when it was stopped'];
}

function environment(root: string, { env = {} }: HttpRecording): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([name]) => !proxyVariable.test(name));
  return { ...Object.fromEntries(own), HOME: root, XDG_CONFIG_HOME: join(root, 'config'), ...env };
}

function writeFiles(directory: string, files: NonNullable<HttpRecording['files']>): void {
  mkdirSync(directory, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : content.text);
  }
}
