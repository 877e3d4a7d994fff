import { basename } from '../../project/paths.ts';
import type { NamedFile } from './files.ts';
import { argumentKeys } from './pythonTask.ts';
import type { OperatorTask } from './task.ts';

/** What a new file may begin with, so that the task which names it runs; undefined where the task does not tell. */
export function skeletonOf({ reference, name, paths }: NamedFile, task: OperatorTask): string | undefined {
  switch (reference.kind) {
    case 'workflow':
      return '+step1:\n  echo>: ${session_time}\n';
    case 'python-module':
      return python(name, paths[0] ?? '', task);
    case 'template':
      return template(name, task.operator.name);
    default:
      return undefined;
  }
}

const ofQueries = new Set(['bq', 'pg', 'redshift', 'td', 'td_for_each', 'td_wait']);

function template(name: string, operator: string): string | undefined {
  if (!/\.\w+$/.test(name) || /\s/.test(name)) return undefined;
  if (ofQueries.has(operator)) return 'SELECT 1\n';
  if (operator === 'mail') return '${session_time}\n';
  if (operator === 'embulk' || operator === 'td_load') return 'in: {}\nout: {}\n';
  return undefined;
}

/** The function, or the class with its method, with a parameter for each key of the task. */
function python(name: string, path: string, task: OperatorTask): string | undefined {
  const names = name.split('.');
  const [owner = '', last = ''] = names.slice(-2);
  if (!names.every((each) => /^[A-Za-z_]\w*$/.test(each))) return undefined;
  const keys = argumentKeys(task);
  if (/^[A-Z]/.test(last) && basename(path) === `${owner}.py`) return method(last, 'run', keys);
  return `def ${last}(${keys.join(', ')}):\n    pass\n`;
}

function method(className: string, name: string, keys: readonly string[]): string {
  return `class ${className}:\n    def ${name}(${['self', ...keys].join(', ')}):\n        pass\n`;
}
