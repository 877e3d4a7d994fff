import type { CheckOptions } from '../../core/check.ts';
import type { Project } from '../../core/project/project.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { type CheckProjectParams, type CheckProjectResult, checkProjectRequest } from '../protocol.ts';
import type { Feature, Services } from '../services.ts';
import { checkOptions } from '../settings.ts';
import { inTurns } from '../turns.ts';
import { isDetached, pathOf } from '../workspace/paths.ts';

/** `digkit/checkProject`: the findings of all workflows of a project, also of those that are not open. */
export const checkProject: Feature = {
  capabilities: {},
  register(services) {
    services.connection.onRequest(
      checkProjectRequest,
      services.handlers
        .taking('uri')
        .request<CheckProjectParams, CheckProjectResult>('check of the project', ({ uri }, token) =>
          check(services, uri, () => token.isCancellationRequested),
        ),
    );
  },
};

async function check(services: Services, uri: string, isCancelled: () => boolean): Promise<CheckProjectResult> {
  if (isDetached(uri)) return { directory: null, files: 0, errors: 0, warnings: 0 };
  const project = projectOf(services, pathOf(uri));
  const options: CheckOptions = { ...checkOptions(await services.loadSettings(uri)), project };
  const all: Finding[] = [];
  const found = new Map<string, readonly Finding[]>();
  // many messages in one go wake the client once
  const publish = () => {
    for (const [path, findings] of found) services.publish(path, findings);
    found.clear();
  };
  for await (const path of inTurns(project.workflows, publish)) {
    if (isCancelled()) break;
    const findings = findingsOf(services, path, options);
    found.set(path, findings);
    all.push(...findings);
  }
  const count = (severity: Finding['severity']) => all.filter((finding) => finding.severity === severity).length;
  return {
    directory: services.uri(project.directory),
    files: project.workflows.length,
    errors: count('error'),
    warnings: count('warning'),
  };
}

function projectOf({ files, projects }: Services, path: string): Project {
  return files.kind(path) === 'directory' ? projects.at(path) : projects.at(projects.of(path).directory);
}

function findingsOf(services: Services, path: string, options: CheckOptions): readonly Finding[] {
  const document = services.documents.at(path);
  if (document) return services.checked(document).findings;
  return services.checking.checkFile(services.files, path, options)?.findings ?? [];
}
