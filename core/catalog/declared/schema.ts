import {
  type Command,
  constraintKinds,
  type FileReference,
  fileKinds,
  type Operator,
  type Output,
  type Parameter,
  type Secret,
  type Section,
  unknownKeyTreatments,
  valueTypes,
} from '../types.ts';

/** The part of JSON Schema that records of operators need. */
export interface Schema {
  readonly description?: string;
  readonly type?: 'array' | 'boolean' | 'object' | 'string' | readonly ('boolean' | 'number' | 'string')[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  /** `#/definitions/NAME`. */
  readonly $ref?: string;
  /** An object, or a list of them. */
  readonly oneOf?: readonly [Schema, Schema];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly $schema?: string;
  readonly title?: string;
}

/** A schema for each key of a record, so that a key that comes to the records comes to the schema. */
type Properties<Record_> = { readonly [key in keyof Required<Record_>]: Schema };

const string = (description: string): Schema => ({ type: 'string', description });
const flag = (description: string): Schema => ({ type: 'boolean', description });
const texts = (description: string): Schema => ({ type: 'array', items: { type: 'string' }, description });
const list = (name: string, description: string): Schema => ({
  type: 'array',
  items: { $ref: `#/definitions/${name}` },
  description,
});
const object = <Record_>(properties: Properties<Record_>, required: readonly (keyof Record_ & string)[]): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const types: Schema = {
  type: 'array',
  items: { type: 'string', enum: valueTypes },
  minItems: 1,
  description: 'What the value may be, after ${…} has become text: any of these.',
};
const json: Schema = { description: 'The value that counts where the key is absent.' };
const bound: Schema = { type: ['number', 'string'], description: 'The least or greatest value.' };
const uses: Schema = { type: ['number'], description: 'How common it is; what is more common is offered first.' };

const parameter = object<Parameter>(
  {
    name: string('The key.'),
    type: types,
    meaning: string('What it does, in one sentence.'),
    required: flag('It must be there, in the task or in an _export.'),
    requiredUnless: string('What lifts required: a key, or words.'),
    default: json,
    enum: texts('The values that it may have.'),
    enumChecked: flag('Another value is an error.'),
    enumSuffix: string('Every value of enum may be followed by this.'),
    format: string('How the value is written.'),
    min: bound,
    max: bound,
    jsonText: flag('A text that holds JSON is parsed, so that one ${…} may be the whole list or map.'),
    template: string('How ${…} is treated where it is not as everywhere.'),
    localOnly: flag('Read from the task itself only, never from _export.'),
    secret: string('A secret of this name wins over the parameter.'),
    secretTemplate: flag('${secret:name} is replaced in it.'),
    when: string('It is read only then.'),
    since: string('The version in which it came.'),
    undocumented: flag('The documentation does not tell it.'),
    deprecated: string('Why it should not be used, and what to use instead.'),
    notes: texts('What else to know.'),
    parameters: list('parameter', 'The keys of the map, or of each map of the list.'),
    uses,
  },
  ['name', 'type', 'meaning'],
);

const command = object<Command>(
  {
    type: types,
    meaning: string('What the value behind the operator is.'),
    required: flag('It must be there.'),
    requiredUnless: string('What lifts required: a key, or words.'),
    default: json,
    format: string('How the value is written.'),
    extensions: texts('Endings of the file that it names.'),
    secretTemplate: flag('${secret:name} is replaced in it.'),
    parameters: list('parameter', 'The keys of the value where it is a map.'),
  },
  ['type', 'meaning'],
);

const file = object<FileReference>(
  {
    kind: { type: 'string', enum: fileKinds, description: 'What the file is.' },
    value: string('Where its name stands: command, or the name of a parameter.'),
    resolve: {
      type: 'string',
      enum: ['project', 'workdir', 'workdir, name'],
      description: 'The directory from which the name is looked up.',
    },
    mustExist: flag('The task fails without it.'),
    template: { type: ['boolean', 'string'], description: '${…} inside of the file is evaluated.' },
    extensions: texts('Endings of its name.'),
    addExtension: string('What is added to the name.'),
    candidates: texts('File names made from the value, tried in this order.'),
    when: string('It is read only then.'),
    notes: string('What else to know.'),
  },
  ['kind', 'value', 'resolve'],
);

const secret = object<Secret>(
  {
    name: string('Its name.'),
    meaning: string('What it is.'),
    required: flag('The task fails without it.'),
    when: string('It is asked for only then.'),
    fallback: texts('Secrets that are asked for next where it is not set.'),
  },
  ['name', 'meaning'],
);

const output = object<Output>(
  {
    name: string('The variable, with dots for members.'),
    type: types,
    meaning: string('What it holds.'),
    since: string('The version in which it came.'),
    deprecated: flag('It should not be used.'),
  },
  ['name', 'type', 'meaning'],
);

const section = object<Section>(
  { path: texts('The keys of the map under _export.'), meaning: string('What it holds.') },
  ['path', 'meaning'],
);

const operator = object<Operator>(
  {
    name: {
      type: 'string',
      pattern: '^[A-Za-z_][A-Za-z0-9_.-]*$',
      description: 'The operator, without its >.',
    },
    summary: string('What it does, in one sentence.'),
    command: { $ref: '#/definitions/command', description: 'The value behind OPERATOR>:.' },
    parameters: list('parameter', 'The keys that it reads beside its own.'),
    unknownKeys: {
      type: 'string',
      enum: unknownKeyTreatments,
      description: 'What becomes of other keys. Only where they are ignored or warned of, a misspelt one is told.',
    },
    honoursRetry: flag('A _retry on the task does something.'),
    constraints: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          kind: { type: 'string', enum: constraintKinds },
          keys: { type: 'array', items: { type: 'string' } },
          text: { type: 'string' },
        },
        required: ['kind', 'keys', 'text'],
        additionalProperties: false,
      },
      description: 'Keys that may only stand with or without each other.',
    },
    sections: list('section', 'Maps under _export whose keys are defaults of the parameters.'),
    secrets: list('secret', 'The secrets that it asks for.'),
    outputs: list('output', 'The variables that later tasks see.'),
    files: list('file', 'The files that it reads or writes.'),
    subtasks: {
      type: 'object',
      properties: {
        reads: texts('The keys that hold tasks.'),
        generated: { type: 'string' },
        exports: texts('Variables.'),
      },
      additionalProperties: false,
      description: 'The tasks that it makes.',
    },
    since: string('The version in which it came.'),
    changes: {
      type: 'array',
      items: {
        type: 'object',
        properties: { version: { type: 'string' }, change: { type: 'string' } },
        required: ['version', 'change'],
        additionalProperties: false,
      },
      description: 'What became otherwise in which version.',
    },
    deprecated: string('Why it should not be used, and what to use instead.'),
    notes: texts('What else to know.'),
    example: string('A workflow that uses it.'),
    documentation: string('The address of its documentation.'),
    uses,
  },
  ['name', 'summary'],
);

/** What a file of `.digkit/operators` holds: one operator, or a list of them. VS Code gets it as schemas/operators.schema.json. */
export const operatorsSchema: Schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Operators of Digdag plugins, for Digkit',
  oneOf: [{ $ref: '#/definitions/operator' }, { type: 'array', items: { $ref: '#/definitions/operator' } }],
  definitions: { operator, parameter, command, file, secret, output, section },
};
