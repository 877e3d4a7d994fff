import { calledOption } from './called-option.ts';
import { checkNeverRuns } from './check-never-runs.ts';
import { cutByComment } from './cut-by-comment.ts';
import { deprecatedOption } from './deprecated-option.ts';
import { httpCallLeftover } from './http-call-leftover.ts';
import { includeOverridden } from './include-overridden.ts';
import { loopValues } from './loop-values.ts';
import { missingFile } from './missing-file.ts';
import { missingOption } from './missing-option.ts';
import { noEffect } from './no-effect.ts';
import { nullExport } from './null-export.ts';
import { octalNumber } from './octal-number.ts';
import { optionValue } from './option-value.ts';
import { requireTarget } from './require-target.ts';
import { requireTimezone } from './require-timezone.ts';
import { retry } from './retry.ts';
import type { Rule } from './rule.ts';
import { schedule } from './schedule.ts';
import { scheduleKey } from './schedule-key.ts';
import { scheduleTime } from './schedule-time.ts';
import { scheduleTimezone } from './schedule-timezone.ts';
import { shadowedLoopVariable } from './shadowed-loop-variable.ts';
import { sla } from './sla.ts';
import { tooManyTasks } from './too-many-tasks.ts';
import { typeAndOperator } from './type-and-operator.ts';
import { unknownOperator } from './unknown-operator.ts';
import { unknownOption } from './unknown-option.ts';

/** Every rule, in alphabetical order of its id. */
export const rules: readonly Rule[] = [
  calledOption,
  checkNeverRuns,
  cutByComment,
  deprecatedOption,
  httpCallLeftover,
  includeOverridden,
  loopValues,
  missingFile,
  missingOption,
  noEffect,
  nullExport,
  octalNumber,
  optionValue,
  requireTarget,
  requireTimezone,
  retry,
  schedule,
  scheduleKey,
  scheduleTime,
  scheduleTimezone,
  shadowedLoopVariable,
  sla,
  tooManyTasks,
  typeAndOperator,
  unknownOperator,
  unknownOption,
];
