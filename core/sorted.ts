/**
 * How many items at the front of a list satisfy a question that none behind them does: the place of a sorted list where something else begins, found
 * in few steps where there are tens of thousands.
 */
export function countAtFront<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    // within the list
    if (holds(items[middle] as Item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
