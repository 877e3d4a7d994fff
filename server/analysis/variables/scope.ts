import type { OutputsBefore, ScopeOptions, Variable } from '../../../core/expressions/scopes/variable.ts';
import { variablesAt } from '../../../core/expressions/scopes/variablesAt.ts';
import { withNamedParams } from '../../../core/project/givenParams.ts';
import type { LoadedFile } from '../../../core/project/load.ts';
import { type LocatedMap, toValue } from '../../../core/project/located.ts';
import { basename, join } from '../../../core/project/paths.ts';
import { type ChosenSession, chosenSession } from '../../../core/schedule/chosenSession.ts';
import { lastSavedSession, statusFolder } from '../../../core/schedule/savedSessions.ts';
import { type Text, text } from '../../../core/text/text.ts';
import { utc, type Zone } from '../../../core/time/zone.ts';
import { trimJava } from '../../../core/value/javaText.ts';
import { ConfigError } from '../../../core/value/typed.ts';
import type { ConfigMap } from '../../../core/value/value.ts';
import type { TaskNode } from '../../../core/workflow/taskNode.ts';
import type { SessionChoice } from '../../protocol.ts';
import type { Services } from '../../services.ts';
import { pathOf } from '../../workspace/paths.ts';
import { choiceFor } from './session.ts';
import type { Zones } from './zones.ts';

/** The session that `${…}` is shown for. */
export interface ShownSession extends ChosenSession {
  readonly options: ScopeOptions;
  /** The file of parameters that counts. */
  readonly profile: string | undefined;
  /** Why this is not all that was chosen. */
  readonly problems: readonly Text[];
}

/** A run makes its own; this one stands for it. */
const someUuid = '00000000-0000-0000-0000-000000000000';

/** The session that was chosen for a file, or the one that a run of it would begin with. */
export function shownSession(services: Services, { path, config: whole }: LoadedFile): ShownSession {
  const choice = choiceFor(services.session, services.uri(path));
  const config = besideTasks(whole);
  const zone = zoneOf(services.sessionSources.zones, config.get('timezone'));
  const lastSaved = (): number | undefined => lastSavedOf(services, path);
  const session = chosenSession(config, zone, choice.sessionTime ?? 'fresh', services.host.now(), lastSaved);
  const { params, profile, problems } = givenParams(services, choice);
  const { refusal, around, schedule, time } = session;
  return {
    ...session,
    profile,
    problems: refusal ? [text('Not the chosen session: {0}', refusal.message), ...problems] : problems,
    options: {
      session: { sessionTime: time, zone, sessionUuid: someUuid },
      params,
      scheduled: schedule !== undefined,
      ...(around && { sessions: around }),
    },
  };
}

/** What a run with `--session last` resumes. */
function lastSavedOf({ projects, files }: Services, path: string): number | undefined {
  const project = projects.of(path);
  return lastSavedSession(files, join(project.directory, statusFolder), project.nameOf(path));
}

/**
 * The variables at a place of a task.
 * @param before the key of the task in whose value they are used
 * @param outputs what other tasks leave behind, where that is known already
 */
export function variablesOf(
  task: TaskNode,
  session: ShownSession,
  before?: string,
  outputs?: OutputsBefore,
): Map<string, Variable> {
  return variablesAt(task, { ...session.options, ...(outputs && { outputs }) }, before);
}

interface GivenParams {
  readonly params: ConfigMap;
  readonly profile: string | undefined;
  readonly problems: readonly Text[];
}

/** The parameters that a run of the choice is given: of its file, and those by name over them. */
function givenParams(
  { sessionSources: { profiles } }: Services,
  { paramsFile, params = {} }: SessionChoice,
): GivenParams {
  const problems: Text[] = [];
  const profile = paramsFile === undefined ? undefined : pathOf(paramsFile);
  let given: ConfigMap = new Map();
  if (profile !== undefined) {
    const read = profiles.read(profile);
    if (read instanceof Map) given = read;
    else problems.push(text('The parameter file {0} does not count: {1}', basename(profile), read.message));
  }
  const named = withNamedParams(given, new Map(Object.entries(params)));
  if (!(named instanceof ConfigError)) return { params: named, profile, problems };
  return { params: given, profile, problems: [...problems, text('The parameters do not count: {0}', named.message)] };
}

/** The keys of a file that say something about its sessions: tasks may be many. */
function besideTasks(config: LocatedMap | undefined): ConfigMap {
  const map: ConfigMap = new Map();
  for (const { entry } of config?.index.besideTasks ?? []) map.set(entry.key, toValue(entry.value));
  return map;
}

function zoneOf(zones: Zones, written: unknown): Zone {
  return (typeof written === 'string' ? zones.of(trimJava(written)) : undefined) ?? utc;
}
