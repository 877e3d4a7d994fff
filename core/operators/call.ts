import type { FileSystem } from '../project/fileSystem.ts';
import { loadFile } from '../project/load.ts';
import type { LocatedMap } from '../project/located.ts';
import { normalize, relative } from '../project/paths.ts';
import { configError, DigdagError } from '../text/digdagError.ts';
import { javaKind } from '../text/javaKind.ts';
import type { ConfigMap } from '../value/value.ts';
import { compileWorkflow } from '../workflow/compile.ts';
import { commandText } from './config.ts';
import { type Workplace, workspacePath } from './workspace.ts';

/** call>: the tasks of another workflow file of the project. Throws a DigdagError. */
export function callTasks(params: ConfigMap, files: FileSystem, place: Workplace): LocatedMap {
  const command = commandText(params);
  const path = workspacePath(place, command.endsWith('.dig') ? command : `${command}.dig`);
  const loaded = loadFile(files, normalize(path));
  if (!loaded) throw configError(`File not found: ${path}`);
  const [error] = loaded.errors;
  if (error || !loaded.config) throw refused(error?.java ?? 'ConfigException', error?.message);
  const name = relative(place.projectDirectory, normalize(path)).slice(0, -'.dig'.length);
  const { definition, refusal } = compileWorkflow(name, loaded.config, { called: true });
  // What is wrong with its tasks comes out when they become subtasks of this one.
  if (refusal?.stage === 'workflow') throw refused(refusal.java, refusal.message);
  return definition;
}

function refused(java: string, message: string | null | undefined): DigdagError {
  return new DigdagError(message ?? java, javaKind(java));
}
