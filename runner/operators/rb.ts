import { getOptionalText } from '../../core/value/typed.ts';
import { orThrow } from './config.ts';
import type { Operator } from './operator.ts';
import { rubyRunner } from './scripts/ruby.ts';
import { errorText, type Language, runFunction } from './scripts/script.ts';

const ruby: Language = {
  name: 'rb',
  interpreter: 'ruby',
  runner: { file: 'runner.rb', text: rubyRunner },
  options(params, directory) {
    const feature = orThrow(getOptionalText(params, 'require'));
    return ['-I', directory, ...(feature === undefined ? [] : ['-r', feature]), '--'];
  },
  describe(code, error) {
    return `Ruby command failed with code ${code}${error === undefined ? '' : errorText(error)}`;
  },
};

/** rb>: runs a method of a Ruby file. */
export const operator: Operator = {
  retries: true,
  run: (context) => runFunction(context, ruby),
};
