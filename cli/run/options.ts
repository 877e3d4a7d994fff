import { existsSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import type { FileSystem } from '../../core/project/fileSystem.ts';
import { statusFolder } from '../../core/schedule/savedSessions.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import type { RunOptions } from '../../runner/options.ts';
import { secretVariables, withoutSecrets } from '../../runner/secrets/localSecrets.ts';
import type { SelectionOptions } from '../../runner/selection/selection.ts';
import { Simulation } from '../../runner/simulation.ts';
import { StartError } from '../../runner/startError.ts';
import { readGiven } from './parameters.ts';

/** The options of `digkit run` as commander gives them. */
export interface RunFlags {
  readonly project?: string;
  readonly rerun?: boolean;
  readonly all?: boolean;
  readonly resume?: boolean;
  readonly start?: string;
  readonly goal?: string;
  readonly end?: string;
  /** false: `--no-save` */
  readonly save: string | false;
  readonly param?: readonly string[];
  readonly paramsFile?: string;
  readonly session?: string;
  readonly sessionTime?: string;
  readonly dryRun?: boolean;
  readonly showParams?: boolean;
  readonly simulate?: string;
  readonly maxTaskThreads?: string;
  readonly system?: readonly string[];
  readonly config?: string;
  readonly logLevel?: string;
  readonly log?: string;
  readonly taskLog?: string;
  readonly format: 'text' | 'jsonl';
  readonly engine: 'built-in' | 'digdag';
  /** The `digdag` command. */
  readonly digdag?: string;
}

/** Where a command was given. */
export interface World {
  readonly directory: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: FileSystem;
  /** What an editor keeps for the project. */
  readonly secrets?: ReadonlyMap<string, string>;
  /** Told each secret that a task may have. */
  readonly onSecret?: (value: string) => void;
}

const logLevels = ['error', 'warn', 'info', 'debug', 'trace'];

/** What is to be run. Throws a StartError where the options make no sense. */
export function runOptions(file: string, task: string | undefined, flags: RunFlags, world: World): RunOptions {
  if (flags.logLevel !== undefined && !logLevels.includes(flags.logLevel)) {
    throw new StartError(`Unknown log level '${flags.logLevel}'`);
  }
  const { directory, env, files } = world;
  const { param = [], paramsFile, system = [], config } = flags;
  const given = readGiven({
    param,
    system,
    directory,
    env,
    files,
    ...(paramsFile === undefined ? {} : { paramsFile }),
    ...(config === undefined ? {} : { config }),
  });
  const maxTaskThreads = threads(flags.maxTaskThreads);
  const target = workflowOf(file, flags.project, directory);
  return {
    ...target,
    params: withProjectPath(given.params, target, directory),
    secrets: new Map([...(world.secrets ?? []), ...given.secrets]),
    secretVariables: secretVariables(env),
    system: given.system,
    ...(world.onSecret ? { onSecret: world.onSecret } : {}),
    session: sessionOf(flags),
    selection: selectionOf(flags),
    statusDirectory: flags.save === false ? statusFolder : flags.save,
    // What was only simulated was not done: a later run must not skip it.
    save: flags.save !== false && flags.simulate === undefined,
    dryRun: flags.dryRun ?? false,
    showParams: flags.showParams ?? false,
    env: withoutSecrets(env),
    files,
    ...(flags.simulate === undefined ? {} : { simulation: Simulation.read(files, resolve(directory, flags.simulate)) }),
    ...(task === undefined || task === '' ? {} : { only: task }),
    ...(maxTaskThreads === undefined ? {} : { maxTaskThreads }),
  };
}

/** Tasks see which project was named, where it is not the current directory (Arguments.loadProject). */
function withProjectPath(params: ConfigMap, { projectNamed, projectDirectory }: Target, directory: string): ConfigMap {
  const away = projectNamed === true && projectDirectory !== resolve(directory);
  return away ? new Map(params).set('_project_path', projectDirectory) : params;
}

type Target = Pick<RunOptions, 'projectDirectory' | 'projectNamed' | 'workflow'>;

/**
 * The project and the workflow's name in it. As in Digdag the project is the current directory, unless one is named; a file that lies outside of it
 * is run in its own directory.
 */
function workflowOf(file: string, project: string | undefined, directory: string): Target {
  const named = project === undefined ? {} : { projectNamed: true };
  const root = resolve(directory, project ?? '.');
  if (!file.endsWith('.dig')) {
    if (!existsSync(resolve(root, `${file}.dig`))) refuseDirectory(resolve(root, file), file);
    return { ...named, projectDirectory: root, workflow: file };
  }
  const path = resolve(root, file);
  refuseDirectory(path, file);
  const inside = relative(root, path);
  if (inside.startsWith('..') || isAbsolute(inside)) {
    return { ...named, projectDirectory: dirname(path), workflow: basename(path, '.dig') };
  }
  return { ...named, projectDirectory: root, workflow: inside.slice(0, -'.dig'.length).replaceAll('\\', '/') };
}

function refuseDirectory(path: string, shown: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new StartError(
      `${shown} is a directory: name one of its workflow files, or use --project ${shown} with the workflow's name`,
    );
  }
}

/** Digdag would take the last session up again, and skip what it did; Digkit does so where it is asked to. */
function sessionOf({ session, sessionTime, resume, start, goal }: RunFlags): string {
  const continues = resume || start !== undefined || goal !== undefined;
  return session ?? sessionTime ?? (continues ? 'last' : 'fresh');
}

function selectionOf(flags: RunFlags): SelectionOptions {
  const { start, goal, end } = flags;
  const asked = flags.rerun || flags.all || false;
  const fresh = sessionOf(flags) === 'fresh';
  return {
    rerun: asked || fresh,
    ...(start === undefined ? {} : { start }),
    ...(goal === undefined ? {} : { goal }),
    ...(end === undefined ? {} : { end }),
  };
}

function threads(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[+-]?\d+$/.test(text)) {
    throw new StartError(`"--max-task-threads": couldn't convert "${text}" to an integer`);
  }
  const number = Number(text);
  return number > 0 ? number : undefined;
}
