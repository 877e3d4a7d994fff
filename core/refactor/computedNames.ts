import type { FileReference } from '../catalog/types.ts';
import { scan } from '../expressions/scan.ts';
import type { FileSystem } from '../project/fileSystem.ts';
import { basename, dirname, relative } from '../project/paths.ts';
import type { Place } from '../rules/finding.ts';
import { applies, fileNames, workingDirectory } from '../rules/support/files.ts';
import { operatorTasksIn } from '../rules/support/task.ts';
import type { TaskNode } from '../workflow/taskNode.ts';
import { moduleOf, type ProjectFile } from './fileUses.ts';
import type { Move } from './move.ts';

/** The names with `${…}`, or below a `_workdir`, that may mean a file that moves: only a run knows. */
export function* computedNames(
  fs: FileSystem,
  of: Pick<ProjectFile, 'path' | 'project'>,
  tasks: readonly TaskNode[],
  moves: readonly Move[],
): Generator<Place> {
  for (const task of operatorTasksIn(tasks)) {
    const base = workingDirectory(task, of);
    for (const { reference, value, name } of fileNames(task)) {
      if (reference.kind === 'write' || !applies(reference, name)) continue;
      if (base !== undefined && !name.includes('${')) continue;
      const from = base ?? dirname(of.path);
      const words = wordsOf(reference, name);
      if (moves.some((move) => words.some((word) => mayMean(fs, reference, word, move.from, from)))) yield value.place;
    }
  }
}

/** Of a command its words, without those that are nothing but an expression: these may mean all and nothing. */
function wordsOf({ kind }: FileReference, name: string): string[] {
  if (kind !== 'maybe-script') return [name];
  return name.split(/[\s'"`;|&()<>=]+/).filter((word) => !word.endsWith('}'));
}

function mayMean(fs: FileSystem, reference: FileReference, word: string, path: string, base: string): boolean {
  if (fs.kind(path) === 'directory') return word.includes(basename(path));
  const isModule = reference.kind === 'python-module';
  const ending = isModule ? '.py' : (reference.addExtension ?? '');
  if (!path.endsWith(ending)) return false;
  const whole = isModule ? moduleOf(base, path) : relative(base, path);
  const names = ending === '' || isModule ? [whole] : [whole, whole.slice(0, -ending.length)];
  if (!word.includes('${')) return names.some((name) => basename(name) === basename(word));
  const wanted = isModule ? word.replace(/\.[^.]*$/, '') : word.replace(/^\.\//, '');
  const pieces = piecesOf(wanted);
  return names.some((name) => mayBecome(pieces, name));
}

/** What is written around the expressions of a text, in its order. */
function piecesOf(text: string): string[] {
  const pieces = [''];
  for (const part of scan(text).parts) {
    if (part.kind === 'expression') pieces.push('');
    else pieces[pieces.length - 1] += part.text;
  }
  return pieces;
}

function mayBecome(pieces: readonly string[], name: string): boolean {
  const [first = '', ...others] = pieces;
  const last = others.pop();
  if (last === undefined) return first === name;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = name.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
