import type { Meaning } from '../position/surroundings.ts';

/** One thing that completion offers. */
export interface Offer {
  readonly label: string;
  readonly kind: 'operator' | 'option' | 'parameter' | 'task' | 'value' | 'file' | 'variable';
  readonly detail?: string;
  /** What its documentation is made from when the client asks for it. */
  readonly meaning?: Meaning;
  /** In the protocol's snippet syntax; where absent the label is inserted. */
  readonly snippet?: string;
  /** Sorts before the label. */
  readonly rank: string;
  readonly deprecated?: boolean;
}
