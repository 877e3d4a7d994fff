/** A block mapping or sequence: the column that it stands at, and the one that it shall stand at. */
export class Block {
  readonly newColumn: number;

  /**
   * @param width how many spaces what is inside of a block stands deeper
   * @param isCompact it begins behind a `-` (or `?`) of what is around it, on the same line
   */
  constructor(
    readonly column: number,
    readonly outer: Block | undefined,
    readonly width: number,
    isCompact: boolean,
  ) {
    this.newColumn = outer ? outer.newColumn + (isCompact ? 2 : width) : 0;
  }

  /** Where a line stands that goes on in this block, or a value below one of its keys. */
  get inside(): number {
    return this.newColumn + this.width;
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
