import type { Member } from '../../../core/catalog/members/member.ts';
import type { Text } from '../../../core/text/text.ts';
import type { Meaning } from '../position/surroundings.ts';

/** One thing that completion offers. */
export interface Offer {
  readonly label: string;
  readonly kind:
    | 'operator'
    | 'option'
    | 'parameter'
    | 'task'
    | 'value'
    | 'file'
    | 'folder'
    | 'variable'
    | 'method'
    | 'function'
    | 'secret';
  /** Of the catalogue where it is one of its texts; those are translated as it is. */
  readonly detail?: string | Text;
  /** What its documentation is made from when the client asks for it. */
  readonly meaning?: Meaning | { readonly kind: 'member'; readonly member: Member };
  /** In the protocol's snippet syntax; where absent, or not wanted, `plain` or the label is inserted. */
  readonly snippet?: string;
  readonly plain?: string;
  /** Sorts before the label. */
  readonly rank: string;
  readonly deprecated?: boolean;
  /** More is offered behind it. */
  readonly goesOn?: boolean;
}

/** A text as it stands in a snippet. */
export function escaped(value: string): string {
  return value.replace(/[\\$}]/g, '\\$&');
}

/** The later the less common. */
export function byUses(uses: number | undefined): string {
  return String(9999 - (uses ?? 0)).padStart(4, '0');
}
