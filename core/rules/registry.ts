import { after } from './after.ts';
import { background } from './background.ts';
import { bodyNotAMap } from './body-not-a-map.ts';
import { calledOption } from './called-option.ts';
import { checkNeverRuns } from './check-never-runs.ts';
import { conditionValue } from './condition-value.ts';
import { cutByComment } from './cut-by-comment.ts';
import { dateArithmetic } from './date-arithmetic.ts';
import { deprecatedOption } from './deprecated-option.ts';
import { disable } from './disable.ts';
import { dollarAngle } from './dollar-angle.ts';
import { duplicateKey } from './duplicate-key.ts';
import { errorNotAMap } from './error-not-a-map.ts';
import { errorVariable } from './error-variable.ts';
import { exportNotAMap } from './export-not-a-map.ts';
import { expressionSyntax } from './expression-syntax.ts';
import { fragmentInRoot } from './fragment-in-root.ts';
import { groupKey } from './group-key.ts';
import { httpCallLeftover } from './http-call-leftover.ts';
import { includeFile } from './include-file.ts';
import { includeOverridden } from './include-overridden.ts';
import { includeSyntax } from './include-syntax.ts';
import { keyOrder } from './key-order.ts';
import { loopValues } from './loop-values.ts';
import { missingFile } from './missing-file.ts';
import { missingOption } from './missing-option.ts';
import { nestedBraces } from './nested-braces.ts';
import { nestedReference } from './nested-reference.ts';
import { noEffect } from './no-effect.ts';
import { notAMap } from './not-a-map.ts';
import { notUtf8 } from './not-utf-8.ts';
import { nowInExport } from './now-in-export.ts';
import { nullExport } from './null-export.ts';
import { octalNumber } from './octal-number.ts';
import { operatorDeclaration } from './operator-declaration.ts';
import { operatorWithSubtasks } from './operator-with-subtasks.ts';
import { optionValue } from './option-value.ts';
import { parallel } from './parallel.ts';
import { parallelStore } from './parallel-store.ts';
import { pythonCall } from './python-call.ts';
import { requireParams } from './require-params.ts';
import { requireTarget } from './require-target.ts';
import { requireTimezone } from './require-timezone.ts';
import { retry } from './retry.ts';
import type { Rule } from './rule.ts';
import { schedule } from './schedule.ts';
import { scheduleKey } from './schedule-key.ts';
import { scheduleTime } from './schedule-time.ts';
import { scheduleTimezone } from './schedule-timezone.ts';
import { scheduleVariable } from './schedule-variable.ts';
import { secretPlace } from './secret-place.ts';
import { shadowedLoopVariable } from './shadowed-loop-variable.ts';
import { shellBash } from './shell-bash.ts';
import { shellErrors } from './shell-errors.ts';
import { shellVariable } from './shell-variable.ts';
import { sla } from './sla.ts';
import { taskName } from './task-name.ts';
import { taskValue } from './task-value.ts';
import { templateFile } from './template-file.ts';
import { textAsCondition } from './text-as-condition.ts';
import { timezone } from './timezone.ts';
import { tooManyTasks } from './too-many-tasks.ts';
import { topLevelKey } from './top-level-key.ts';
import { topLevelNull } from './top-level-null.ts';
import { treasureData } from './treasure-data.ts';
import { twoOperators } from './two-operators.ts';
import { typeAndOperator } from './type-and-operator.ts';
import { unclosedExpression } from './unclosed-expression.ts';
import { undefinedVariable } from './undefined-variable.ts';
import { unknownOperator } from './unknown-operator.ts';
import { unknownOption } from './unknown-option.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { workdir } from './workdir.ts';
import { workflowName } from './workflow-name.ts';
import { yaml } from './yaml.ts';

/** Every rule, in alphabetical order of its id. */
export const rules: readonly Rule[] = [
  after,
  background,
  bodyNotAMap,
  calledOption,
  checkNeverRuns,
  conditionValue,
  cutByComment,
  dateArithmetic,
  deprecatedOption,
  disable,
  dollarAngle,
  duplicateKey,
  errorNotAMap,
  errorVariable,
  exportNotAMap,
  expressionSyntax,
  fragmentInRoot,
  groupKey,
  httpCallLeftover,
  includeFile,
  includeOverridden,
  includeSyntax,
  keyOrder,
  loopValues,
  missingFile,
  missingOption,
  nestedBraces,
  nestedReference,
  noEffect,
  notAMap,
  notUtf8,
  nowInExport,
  nullExport,
  octalNumber,
  operatorDeclaration,
  operatorWithSubtasks,
  optionValue,
  parallel,
  parallelStore,
  pythonCall,
  requireParams,
  requireTarget,
  requireTimezone,
  retry,
  schedule,
  scheduleKey,
  scheduleTime,
  scheduleTimezone,
  scheduleVariable,
  secretPlace,
  shadowedLoopVariable,
  shellBash,
  shellErrors,
  shellVariable,
  sla,
  taskName,
  taskValue,
  templateFile,
  textAsCondition,
  timezone,
  tooManyTasks,
  topLevelKey,
  topLevelNull,
  treasureData,
  twoOperators,
  typeAndOperator,
  unclosedExpression,
  undefinedVariable,
  unknownOperator,
  unknownOption,
  unusedSuppression,
  workdir,
  workflowName,
  yaml,
];
