/** How many spaces a block stands deeper than the one around it. */
export const indentWidth = 2;

/** A block mapping or sequence: the column that it stands at, and the one that it shall stand at. */
export class Block {
  readonly newColumn: number;

  constructor(
    readonly column: number,
    readonly outer: Block | undefined,
  ) {
    this.newColumn = outer ? outer.newColumn + indentWidth : 0;
  }
}

/** Where something stands, and where it shall stand. */
export interface Columns {
  readonly column: number;
  readonly newColumn: number;
}

/**
 * The new column of a comment that has a line of its own: it goes with what it is aligned to, else with what is nearest to it.
 * @param near what comes next and the comment at the end of the line before, if any; they count more than blocks
 * @param block the innermost block that is open above the comment
 */
export function commentColumn(
  column: number,
  near: readonly (Columns | undefined)[],
  block: Block | undefined,
): number {
  let best: Columns = { column: Number.POSITIVE_INFINITY, newColumn: 0 };
  const consider = (candidate: Columns | undefined): void => {
    if (candidate && Math.abs(candidate.column - column) < Math.abs(best.column - column)) best = candidate;
  };
  for (const candidate of near) consider(candidate);
  for (let at = block; at && best.column !== column; at = at.outer) consider(at);
  return best.newColumn;
}
