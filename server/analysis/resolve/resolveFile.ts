import type { CheckedFile } from '../../../core/check.ts';
import { loadFile } from '../../../core/project/load.ts';
import { basename } from '../../../core/project/paths.ts';
import { headingOf } from '../../../core/resolve/heading.ts';
import { printResolved, type ResolvedText } from '../../../core/resolve/print.ts';
import { resolveWorkflow } from '../../../core/resolve/resolveWorkflow.ts';
import { type Text, text } from '../../../core/text/text.ts';
import { type CompiledFile, compileWorkflow } from '../../../core/workflow/compile.ts';
import type { Services } from '../../services.ts';
import { isDetached, pathOf } from '../../workspace/paths.ts';
import { shownSession } from '../variables/scope.ts';

/** A workflow file as it would run in the chosen session; undefined where there is no such file. */
export async function resolveFile(
  services: Services,
  uri: string,
  signal: AbortSignal,
): Promise<ResolvedText | undefined> {
  const known = workflowAt(services, uri);
  if (!known) return undefined;
  const say = (said: Text): string => services.say(said);
  const { file, compiled } = known;
  const session = shownSession(services, file);
  const { profile, problems, options } = session;
  const name = basename(file.path);
  const heading = [...headingOf(name, session, profile && basename(profile)), ...problems].map(say);
  const { workflow } = compiled ?? {};
  if (!workflow) {
    const [error] = file.errors;
    const reason = compiled?.refusal?.message ?? error?.message ?? error?.java ?? '';
    const lines = [...heading, say(text('Digdag does not accept {0}: {1}', name, reason))];
    return {
      text: `${lines
        .flatMap((line) => line.split('\n'))
        .map((line) => `# ${line}\n`)
        .join('')}`,
      tasks: [],
    };
  }
  const { directory } = services.projects.of(file.path);
  const input = { files: services.files, projectDirectory: directory, workflow, session };
  const resolved = await resolveWorkflow(
    { ...input, params: options.params ?? new Map(), evaluator: services.evaluator },
    signal,
  );
  return printResolved(resolved, heading, say);
}

interface Known extends Pick<CheckedFile, 'file'> {
  /** Undefined where the file could not be loaded. */
  readonly compiled: CompiledFile | undefined;
}

function workflowAt(services: Services, uri: string): Known | undefined {
  const document = services.documents.get(uri);
  const path = document?.path ?? pathOf(uri);
  const file = document
    ? services.checked(document).file
    : isDetached(uri)
      ? undefined
      : loadFile(services.files, path);
  if (!file) return undefined;
  const project = services.projects.of(path);
  const name = project.nameOf(path);
  const isWhole = file.config && file.errors.length === 0;
  return { file, compiled: isWhole ? compileWorkflow(name, file.config, { called: name.includes('/') }) : undefined };
}
