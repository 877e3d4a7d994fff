import type { Digkit } from './run/digkit.ts';

/** What came of one recorded case. */
export interface Outcome {
  readonly passed: boolean;
  /** What differs, in a few lines for a person; only where it did not pass. */
  readonly difference?: string;
  /** Whether an error stands where the recording says; absent where the recording tells no place. */
  readonly placeRight?: boolean;
  /** Whether a preview of the case sends and says the same as the recording; absent where there is nothing to preview. */
  readonly previewRight?: boolean;
}

/** How the cases of one file are run. A kind is found by the file's name, so that other recordings of the same kind run too. */
export interface Kind {
  /** `line` is one line of the file, unparsed: the difference between 1 and 1.0 matters to some kinds. */
  run(line: string): Outcome | Promise<Outcome>;
  /** How many cases may run at once; 1 where absent. */
  readonly concurrency?: number;
  /** Whether time decides about a case: those run one by one when the others are through, which would slow them down. */
  readonly timed?: (line: string) => boolean;
  /** Called once behind the last case. */
  close?(): void | Promise<void>;
}

/** What a kind may need. */
export interface Means {
  /** Carries out command lines of `digkit run`. */
  readonly digkit: Digkit;
}

export function passed(): Outcome {
  return { passed: true };
}

export function failed(difference: string): Outcome {
  return { passed: false, difference };
}
