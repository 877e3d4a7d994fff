import { isInside } from '../project/paths.ts';

/** A file or a folder that gets another path. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The path of a file after some moves. */
export function pathAfter(moves: readonly Move[], path: string): string {
  const move = moves.find(({ from }) => isInside(from, path));
  return move ? move.to + path.slice(move.from.length) : path;
}
