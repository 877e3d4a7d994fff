import type { Variable } from './types.ts';
import { absentVariables } from './variables/absent.ts';
import { errorVariables } from './variables/error.ts';
import { expressionsVariables } from './variables/expressions.ts';
import { lastExecutedSessionVariables } from './variables/lastExecutedSession.ts';
import { lastSessionVariables } from './variables/lastSession.ts';
import { loopsVariables } from './variables/loops.ts';
import { nextSessionVariables } from './variables/nextSession.ts';
import { resultsVariables } from './variables/results.ts';
import { sessionVariables } from './variables/session.ts';

/** The variables that Digdag defines, and a few that one might expect but that do not exist (`available: 'never'`). */
export const variables: readonly Variable[] = [
  ...sessionVariables,
  ...lastSessionVariables,
  ...nextSessionVariables,
  ...lastExecutedSessionVariables,
  ...errorVariables,
  ...loopsVariables,
  ...resultsVariables,
  ...expressionsVariables,
  ...absentVariables,
];
