import type { Operator } from '../types.ts';
import { parallel } from './shared/loops.ts';

/** for_each>: facts from ForEachOperatorFactory.java of Digdag 0.10. */
export const forEachOperator: Operator = {
  name: 'for_each',
  summary: 'Repeats subtasks for every combination of the given values.',
  command: {
    type: ['map', 'json'], // ForEachOperatorFactory.java:66
    meaning:
      'Variables and their lists of values, {name: [a, b]}; the whole map or a single list may also be a text with JSON, so ${...} of a list works.',
    required: true,
  },
  parameters: [
    {
      name: '_do', // ForEachOperatorFactory.java:64
      type: ['tasks'],
      meaning: 'Tasks to run for each combination.',
      required: true,
      template: 'not evaluated here; every ${...} inside is evaluated when the generated task runs',
      notes: ['Must be a map; the list form that +tasks allow is refused here.'],
      uses: 54,
    },
    parallel,
  ],
  unknownKeys: 'ignored',
  honoursRetry: false,
  constraints: [
    {
      kind: 'limit', // ForEachOperatorFactory.java:136
      keys: ['for_each>'],
      text: 'More combinations than the task limit of the server (1000 by default) is an error.',
    },
    {
      kind: 'format', // ForEachOperatorFactory.java:70
      keys: ['for_each>'],
      text: 'Each variable needs a list, or a text that is a JSON list; a single word is an error.',
    },
  ],
  subtasks: {
    reads: ['_do'],
    generated: '^sub+for-0=name=0=value&1=... (values URL-encoded and cut to 8 characters)',
    exports: ['the variables named in the command'],
  },
  since: '0.4.1',
  changes: [
    { version: '0.8.18', change: 'Texts are parsed as JSON.' },
    { version: '0.8.19', change: 'Shorter names of generated tasks.' },
  ],
  notes: [
    'An empty list yields no subtask. But when the first list is empty and a later one is not, Digdag loops over the later one alone and the first variable stays undefined.',
    'Names of generated tasks differ from those that the documentation shows since 0.8.19.',
  ],
  example:
    '+regions:\n  for_each>:\n    region: [jp, us]\n    kind: ${kinds}\n  _parallel: {limit: 2}\n  _do:\n    echo>: ${region} ${kind}',
  documentation: 'operators/for_each',
  uses: 54,
};
