import type { Operator } from '../types.ts';

/** require>: facts from RequireOperatorFactory.java of Digdag 0.10. */
export const requireOperator: Operator = {
  name: 'require',
  summary: 'Waits until another workflow has run for a session time, and starts it when it has not.',
  command: {
    type: ['workflow name'], // RequireOperatorFactory.java:74
    meaning: 'Name of a workflow: the name of a file at the top of the project, without .dig.',
    required: true,
  },
  parameters: [
    {
      name: 'session_time', // RequireOperatorFactory.java:75
      type: ['timestamp'],
      meaning: 'Session time to require, in ISO format with offset.',
      default: 'session time of this workflow',
      format: '2020-01-31T00:00:00+09:00',
      uses: 7,
    },
    {
      name: 'ignore_failure', // RequireOperatorFactory.java:76
      type: ['boolean'],
      meaning: 'Succeeds even when the other workflow failed.',
      default: false,
      since: '0.9.6',
      uses: 3,
    },
    {
      name: 'rerun_on', // RequireOperatorFactory.java:77
      type: ['string'],
      meaning: 'Whether to run it again when an attempt already exists: never, only after a failure, or always.',
      default: 'none',
      enum: ['none', 'failed', 'all'],
      enumChecked: true,
      since: '0.9.42',
      uses: 1,
    },
    {
      name: 'project_id', // RequireOperatorFactory.java:204
      type: ['integer'],
      meaning: 'Project of the other workflow, by id.',
      default: 'this project',
      localOnly: true,
      since: '0.9.42',
      uses: 1,
    },
    {
      name: 'project_name', // RequireOperatorFactory.java:205
      type: ['string'],
      meaning: 'Project of the other workflow, by name.',
      localOnly: true,
      since: '0.9.42',
    },
    {
      name: 'params', // RequireOperatorFactory.java:85
      type: ['map'],
      meaning: 'Variables for the other workflow; nothing else is handed over.',
      since: '0.9.42',
      uses: 1,
    },
    {
      name: 'retry_attempt_name', // RequireOperatorFactory.java:80
      type: ['string'],
      meaning: 'Name of the attempt to start or wait for.',
      localOnly: true,
      undocumented: true,
    },
  ],
  unknownKeys: 'ignored',
  honoursRetry: true,
  constraints: [
    {
      kind: 'exclusive', // RequireOperatorFactory.java:208
      keys: ['project_id', 'project_name'],
      text: 'project_id and project_name exclude each other.',
    },
  ],
  files: [
    {
      kind: 'workflow',
      value: 'command',
      resolve: 'project',
      mustExist: true,
      addExtension: '.dig',
      when: 'neither project_id nor project_name is set',
      notes:
        'A given .dig ending is not cut off, so require>: x.dig finds nothing; files in subdirectories are no workflows and cannot be required.',
    },
  ],
  notes: [
    'It only checks again every 1 to 10 seconds; no thread is kept.',
    'With the default rerun_on: none an earlier failed attempt makes the task fail (or succeed with ignore_failure).',
    'The release that brought project_id, project_name, params and rerun_on is taken from "require> enhancement" in the notes of 0.9.42.',
    'An SLA of the required workflow follows its own file.',
  ],
  example:
    '+after_import:\n  require>: daily_import\n  session_time: ${moment(session_time).subtract(1, "days").format()}\n  rerun_on: failed',
  documentation: 'operators/require',
  uses: 12,
};
