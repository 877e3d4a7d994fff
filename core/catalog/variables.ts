import type { Variable } from './types.ts';
import { absentVariables } from './variables/absent.ts';
import { errorVariables } from './variables/error.ts';
import { expressionsVariables } from './variables/expressions.ts';
import { loopsVariables } from './variables/loops.ts';
import { resultsVariables } from './variables/results.ts';
import { sessionVariables } from './variables/session.ts';
import { sessionTimeVariables } from './variables/sessionTimes.ts';

/** The variables that Digdag defines, and a few that one might expect but that do not exist (`available: 'never'`). */
export const variables: readonly Variable[] = [
  ...sessionVariables,
  ...sessionTimeVariables,
  ...errorVariables,
  ...loopsVariables,
  ...resultsVariables,
  ...expressionsVariables,
  ...absentVariables,
];
