import { declaredOperators } from '../project/declaredOperators.ts';
import { text } from '../text/text.ts';
import type { Rule } from './rule.ts';

export const operatorDeclaration: Rule = {
  id: 'operator-declaration',
  severity: 'warning',
  aboutFile: true,
  summary: text('A description of an operator that cannot be used'),
  docs: text(
    'Files of .digkit/operators describe the operators of plugins, so that their options are offered, explained and checked. What cannot be read ' +
      'of such a file is left out; everything else counts.',
  ),
  *check({ project }) {
    yield* project.once(declaredOperators).problems;
  },
};
