import type { FileSystem } from '../project/fileSystem.ts';
import { loadFile } from '../project/load.ts';
import type { LocatedMap } from '../project/located.ts';
import { join, relative } from '../project/paths.ts';
import { DigdagError, type Result } from '../text/digdagError.ts';
import { javaKind } from '../text/javaKind.ts';
import { type CompiledFile, compileWorkflow } from '../workflow/compile.ts';

/** A fetched workflow, read as the file http_call.dig of the task's working directory. */
export interface FetchedWorkflow {
  /** Becomes `^sub`. */
  readonly definition: LocatedMap;
  readonly compiled: CompiledFile;
  /** All that the file holds, also what has no effect; includes are in place. */
  readonly source: LocatedMap;
}

/** The file into which Digdag writes what it fetched. Digkit only pretends: nothing is left in the project. */
function fetchedPath(workdir: string): string {
  return join(workdir, 'http_call.dig');
}

/**
 * Loads a fetched text as Digdag loads it from its file: includes are relative to the working directory, and a top level that no
 * workflow may have is refused. The tasks themselves are refused only when they are made (compileSubtasks).
 * @param files the project; needed for includes only
 */
export function loadFetched(
  text: string,
  files: FileSystem,
  projectDirectory: string,
  workdir: string,
): Result<FetchedWorkflow> {
  const path = fetchedPath(workdir);
  const file = loadFile(withFile(files, path, text), path);
  const [error] = file?.errors ?? [];
  if (error) return failed(error.java, error.message);
  if (!file?.config) return failed('RuntimeJsonMappingException', 'Expected object to load Config but got null');
  const name = relative(projectDirectory, path).slice(0, -'.dig'.length);
  const compiled = compileWorkflow(name, file.config, { called: true });
  const { refusal, definition } = compiled;
  if (refusal?.stage === 'load' || refusal?.stage === 'workflow') return failed(refusal.java, refusal.message);
  return { ok: true, value: { definition, compiled, source: file.config } };
}

/** A file system in which one file holds another text. */
function withFile(files: FileSystem, path: string, text: string): FileSystem {
  return {
    read: (asked) => (asked === path ? { text } : files.read(asked)),
    kind: (asked) => (asked === path ? 'file' : files.kind(asked)),
    list: (asked) => files.list(asked),
  };
}

/** A load error as the operator passes it on: what the file system says becomes a ConfigException (Workspace.propagateIoException). */
function failed(java: string, message: string | null): { readonly ok: false; readonly error: DigdagError } {
  if (java === 'NoSuchFileException' || java === 'FileNotFoundException') {
    return { ok: false, error: new DigdagError(`File not found: ${message ?? ''}`, 'config') };
  }
  if (java.endsWith('IOException') || java === 'JsonMappingException') {
    return { ok: false, error: new DigdagError(`Failed to read file: http_call.dig: class ${java}`, 'config') };
  }
  const error = message ? new DigdagError(message, javaKind(java)) : new DigdagError(java);
  return { ok: false, error };
}
