import type { Text } from '../text/text.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A range of a file. Offsets count UTF-16 units; `end` is exclusive. */
export interface Place {
  /** As the FileSystem port spells it. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

export interface TextEdit extends Place {
  readonly newText: string;
}

/** A file that a fix makes or moves; done after the fix's edits, which name files as they are called before. */
export type FileChange =
  | { readonly kind: 'create'; readonly path: string; readonly text: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string };

export interface Fix {
  readonly title: Text;
  readonly edits: readonly TextEdit[];
  /** Only for fixes that are not safe. Nothing that is there already is overwritten. */
  readonly files?: readonly FileChange[];
  /** Safe fixes keep the meaning or can only mend: `digkit check --fix` applies them without asking. */
  readonly safe: boolean;
}

/** One thing that is wrong, or likely wrong, at one place. The same text gets the same findings in every face. */
export interface Finding extends Place {
  /** The id of the rule: kebab-case, the name of its file in core/rules and of its page in docs/rules. */
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Text;
  readonly related?: readonly (Place & { readonly message: Text })[];
  readonly fixes?: readonly Fix[];
}
