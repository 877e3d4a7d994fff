/**
 * What Digdag 0.10.5.1 knows, as data: operators, task options, schedulers and variables.
 * Every record is plain JSON (no functions, no class), so that a project can bring records of its own operators in the same shape.
 * Texts are Markdown-free English sentences. A comment in a record names the line of Digdag's source that proves it.
 */

/**
 * The type of a value after `${…}` has become text. `string` takes any plain value that comes out as text; `integer`, `number` and `boolean`
 * also take their texts (`"3"`, `"true"`). `json` is a text that holds JSON; `tasks` is a map of tasks; `nothing` means that the value is ignored.
 */
export const valueTypes = [
  'any',
  'boolean',
  'date',
  'duration',
  'file',
  'integer',
  'json',
  'list',
  'list<map>',
  'list<string>',
  'list<string|map>',
  'map',
  'map<string,map>',
  'map<string,string>',
  'nothing',
  'number',
  'python callable',
  'ruby callable',
  'string',
  'tasks',
  'timestamp',
  'url',
  'workflow file',
  'workflow name',
] as const;

export type ValueType = (typeof valueTypes)[number];

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A key of a task, of an option or of a map inside them. */
export interface Parameter {
  readonly name: string;
  /** Any of these. */
  readonly type: readonly ValueType[];
  readonly meaning: string;
  /** Must be there after `_export` sections and variables were merged in; so its absence is never more than likely wrong. */
  readonly required?: true;
  /** What lifts `required`: a key, or words. */
  readonly requiredUnless?: string;
  readonly default?: Json;
  readonly enum?: readonly string[];
  /** Digdag itself refuses another value; else it passes every value on to the service. */
  readonly enumChecked?: true;
  /** Every value may be followed by this. */
  readonly enumSuffix?: string;
  readonly format?: string;
  readonly min?: number | string;
  readonly max?: number | string;
  /** A text of JSON is parsed too, so that one `${…}` may be the whole list or map. Absent on texts and numbers. */
  readonly jsonText?: boolean;
  /** How `${…}` is treated where it is not as everywhere. */
  readonly template?: string;
  /** Read from the task itself only, never from `_export`. */
  readonly localOnly?: true;
  /** A secret of this name wins over the parameter. */
  readonly secret?: string;
  /** `${secret:name}` is replaced in it. */
  readonly secretTemplate?: true;
  /** It is read only then. */
  readonly when?: string;
  readonly since?: string;
  readonly undocumented?: true;
  readonly deprecated?: string;
  readonly notes?: readonly string[];
  /** The keys of the map, or of each map of the list. */
  readonly parameters?: readonly Parameter[];
  /** How many tasks of the public corpora use it. */
  readonly uses?: number;
}

/** The value behind `operator>:`. */
export interface Command {
  readonly type: readonly ValueType[];
  readonly meaning: string;
  readonly required?: true;
  readonly requiredUnless?: string;
  readonly default?: Json;
  readonly format?: string;
  /** Endings of the file that it names. */
  readonly extensions?: readonly string[];
  readonly secretTemplate?: true;
  /** The keys of the command where it is a map. */
  readonly parameters?: readonly Parameter[];
}

export const constraintKinds = ['exclusive', 'format', 'limit', 'one of', 'requires'] as const;

/** What keys may only stand with or without each other. */
interface Constraint {
  readonly kind: (typeof constraintKinds)[number];
  readonly keys: readonly string[];
  readonly text: string;
}

/** A map under `_export` (or a variable) whose keys are defaults of the parameters. */
export interface Section {
  readonly path: readonly string[];
  readonly meaning: string;
}

export interface Secret {
  readonly name: string;
  readonly meaning: string;
  readonly required?: true;
  readonly when?: string;
  /** Secrets that are asked next when it is not set. */
  readonly fallback?: readonly string[];
}

/** A variable that later tasks see. */
export interface Output {
  readonly name: string;
  readonly type: readonly ValueType[];
  readonly meaning: string;
  readonly since?: string;
  readonly deprecated?: true;
}

export const fileKinds = [
  'maybe-script',
  'python-module',
  'read',
  'ruby-file',
  'template',
  'workflow',
  'write',
] as const;

/** A file that the operator reads or writes. */
export interface FileReference {
  readonly kind: (typeof fileKinds)[number];
  /** Where the name stands: `command`, a parameter, `list[].key`; or the fixed name of the file. */
  readonly value: string;
  /** `workdir`: the directory of the workflow file unless `_workdir` is set. `name`: only the last part of the path counts there. */
  readonly resolve: 'project' | 'workdir' | 'workdir, name';
  readonly mustExist?: true;
  /** `${…}` inside the file is evaluated: always, or for the files that it tells. */
  readonly template?: boolean | string;
  readonly extensions?: readonly string[];
  readonly addExtension?: string;
  /** File names made from the value, tried in this order. */
  readonly candidates?: readonly string[];
  readonly when?: string;
  readonly notes?: string;
}

/**
 * What becomes of a key that is none of the parameters: a warning in the log after success, nothing at all, a variable of the SQL, YAML or mail
 * file, a variable of the shell, an argument of the method, or the very data.
 */
export const unknownKeyTreatments = [
  'data',
  'environment',
  'ignored',
  'method-arguments',
  'template-variables',
  'warned',
] as const;

export type UnknownKeys = (typeof unknownKeyTreatments)[number];

export interface Operator {
  /** Without the `>`. */
  readonly name: string;
  readonly summary: string;
  readonly command: Command;
  readonly parameters: readonly Parameter[];
  readonly unknownKeys: UnknownKeys;
  /** A `_retry` on the task itself does something. */
  readonly honoursRetry: boolean;
  readonly constraints?: readonly Constraint[];
  readonly sections?: readonly Section[];
  readonly secrets?: readonly Secret[];
  readonly outputs?: readonly Output[];
  readonly files?: readonly FileReference[];
  /** The keys that hold tasks, the names of the tasks that it makes, and the variables that these see. */
  readonly subtasks?: {
    readonly reads?: readonly string[];
    readonly generated?: string;
    readonly exports?: readonly string[];
  };
  readonly since?: string;
  readonly changes?: readonly { readonly version: string; readonly change: string }[];
  readonly deprecated?: string;
  readonly notes?: readonly string[];
  /** A workflow that compiles. */
  readonly example?: string;
  /** The page of Digdag's documentation, without its ending: see documentationUrl. */
  readonly documentation?: string;
  /** How many tasks of the public corpora use it. */
  readonly uses?: number;
}

/** Where a key may stand: the top of a file, a group of tasks, a task with an operator, `_export`. */
export type OptionPlace = 'export' | 'group' | 'task' | 'top';

/** A key that belongs to tasks and groups themselves, whatever the operator. */
export interface TaskOption {
  /** As it is written; `+NAME`, `OPERATOR>` and `!include` stand for their kind. */
  readonly name: string;
  readonly type: readonly (ValueType | 'tagged key')[];
  readonly meaning: string;
  /** Absent where it may not stand; `no effect` where Digdag accepts it and does nothing. */
  readonly legal: { readonly [place in OptionPlace]?: 'no effect' | 'yes' };
  /** On tasks it means something to these operators only. */
  readonly operators?: readonly string[];
  readonly operatorsWithoutEffect?: readonly string[];
  readonly forms?: readonly string[];
  readonly default?: Json;
  readonly template?: string;
  readonly inherited?: string;
  readonly parameters?: readonly Parameter[];
  readonly notes?: readonly string[];
  readonly since?: string;
  readonly example?: string;
  readonly documentation?: string;
  readonly uses?: number;
}

export interface Scheduler {
  /** Without the `>`. */
  readonly name: string;
  readonly command: {
    readonly type: readonly ValueType[];
    readonly format: string;
    /** A text that a value should match; Digdag accepts more. */
    readonly pattern: string;
    readonly example: string;
    readonly meaning: string;
  };
  readonly sessionTime: string;
  readonly parameters: readonly Parameter[];
  readonly notes?: readonly string[];
  readonly example: string;
  readonly documentation?: string;
  readonly uses?: number;
}

/** When a variable exists. */
export type Availability =
  | 'always'
  | 'scheduled'
  | 'in _error'
  | 'in _do'
  | 'after operator'
  | 'in expressions'
  | 'sometimes'
  | 'never';

export interface Variable {
  /** With dots for members; `<…>` stands for any name. */
  readonly name: string;
  readonly type: readonly (ValueType | 'function' | 'list<map>' | 'none')[];
  readonly meaning: string;
  readonly available: Availability;
  /** Of `in _do` and `after operator`: which. */
  readonly operators?: readonly string[];
  /** Where `available` and `operators` do not tell it all. */
  readonly defined?: string;
  readonly format?: string;
  readonly example?: Json;
  readonly notes?: readonly string[];
  readonly uses?: number;
}
