import type { Place } from '../rules/finding.ts';

/** Why Digdag refuses to load a file, at the place of the fault. */
export interface LoadError extends Place {
  /** The Java class of the exception, without its package. */
  readonly java: string;
  /** As Digdag prints it, whole; null where Java has no message. */
  readonly message: string | null;
  /** The fault alone, in one line. */
  readonly problem: string;
  /** Where the construct around the fault began. */
  readonly context?: Place & { readonly text: string };
  /** The `!include` that reached the file of the fault, outermost first; empty where it is the file itself. */
  readonly includedAt: readonly Place[];
}
