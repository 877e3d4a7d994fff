import type { RunRecord } from './runRecord.ts';

/** Where the person looks. */
export interface Attention {
  /** At this window. */
  readonly isFocused: boolean;
  /** The process whose terminal is the active one. */
  readonly process: number | undefined;
}

/** Whether the end of a run is to be told: who looks at its terminal sees it, and who has stopped it knows. */
export function isToBeTold(
  { state, pid }: Pick<RunRecord, 'state' | 'pid'>,
  { isFocused, process }: Attention,
): boolean {
  const isSeen = isFocused && process !== undefined && process === pid;
  return state !== 'stopped' && !isSeen;
}
