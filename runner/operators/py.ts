import type { Operator } from './operator.ts';
import { pythonRunner } from './scripts/python.ts';
import { errorText, type Language, runFunction } from './scripts/script.ts';

const python: Language = {
  name: 'py',
  interpreter: 'python',
  runner: { file: 'runner.py', text: pythonRunner },
  options: () => [],
  describe(code, error) {
    const start = `Python command failed with code ${code}`;
    return error === undefined ? start : `${start}\nError messages from python${errorText(error)}`;
  },
};

/** py>: runs a function of a Python module. */
export const operator: Operator = {
  retries: true,
  run: (context) => runFunction(context, python),
};
