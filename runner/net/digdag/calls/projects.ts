import { type Project, type Revision, readProject, readRevision } from '../answers/project.ts';
import { type ApiAnswer, type Call, get, remove } from '../call.ts';
import { inField, listOf } from '../read.ts';
import { path, query } from '../target.ts';

interface ProjectFilter {
  /** The exact name; no project of that name gives an empty list. */
  readonly name?: string | undefined;
  /** A part of the name. */
  readonly namePattern?: string | undefined;
  /** 100 at most, unless the server says otherwise. */
  readonly count?: number | undefined;
  /** The last id of the page before. */
  readonly lastId?: string | undefined;
}

/** Projects by ascending id. */
export function listProjects(filter: ProjectFilter = {}): Call<Project[]> {
  return get(`/api/projects${query({ ...filter })}`, inField('projects', listOf(readProject)));
}

/** A deleted project is a 404 with the time of its end. */
export function getProject(id: string): Call<Project> {
  return get(path`/api/projects/${id}`, readProject);
}

/** A project by its name; 404 where there is none. Digdag calls it deprecated; it spares the list. */
export function getProjectByName(name: string): Call<Project> {
  return get(`/api/project${query({ name })}`, readProject);
}

interface RevisionFilter {
  readonly name?: string | undefined;
  readonly lastId?: string | undefined;
}

/** Revisions of a project, newest first. */
export function listRevisions(projectId: string, filter: RevisionFilter = {}): Call<Revision[]> {
  const target = path`/api/projects/${projectId}/revisions` + query({ ...filter });
  return get(target, inField('revisions', listOf(readRevision)));
}

interface PushOptions {
  /** The first schedule is the first one behind this instant: `2026-01-02T03:04:05Z`. */
  readonly scheduleFrom?: string | undefined;
  /** Workflows whose schedules forget what they did. */
  readonly clearSchedule?: readonly string[] | undefined;
  readonly clearScheduleAll?: boolean | undefined;
}

/**
 * Pushes a tar.gz of a project as a revision (ProjectResource.putProject): it replaces all workflows, and creates the project where it is new.
 * 400 with the compiler's words, 409 where the revision exists.
 */
export function pushProject(
  project: string,
  revision: string,
  archive: Uint8Array,
  options: PushOptions = {},
): Call<Project> {
  const call = get(`/api/projects${query({ project, revision, ...options })}`, readProject);
  const headers = { 'content-type': 'application/gzip' };
  return { ...call, request: { ...call.request, method: 'PUT', headers, body: archive } };
}

interface ArchiveOptions {
  readonly revision?: string | undefined;
  /** False: the server sends the bytes itself and no redirect to its storage. */
  readonly directDownload?: boolean | undefined;
}

/** The tar.gz of a revision, the latest where none is named. */
export function getArchive(projectId: string, options: ArchiveOptions = {}): Call<Uint8Array> {
  const target = path`/api/projects/${projectId}/archive` + query({ ...options });
  return { request: { method: 'GET', target, headers: {} }, read: ({ body }: ApiAnswer) => body };
}

/** Deletes a project and its schedules; a later push of the name makes a new one. */
export function deleteProject(id: string): Call<Project> {
  return remove(path`/api/projects/${id}`, readProject);
}
