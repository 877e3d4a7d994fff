import { bqOperator } from './operators/bq.ts';
import { bqDdlOperator } from './operators/bq_ddl.ts';
import { bqExtractOperator } from './operators/bq_extract.ts';
import { bqLoadOperator } from './operators/bq_load.ts';
import { callOperator } from './operators/call.ts';
import { echoOperator } from './operators/echo.ts';
import { embulkOperator } from './operators/embulk.ts';
import { emrOperator } from './operators/emr.ts';
import { failOperator } from './operators/fail.ts';
import { forEachOperator } from './operators/for_each.ts';
import { forRangeOperator } from './operators/for_range.ts';
import { gcsWaitOperator } from './operators/gcs_wait.ts';
import { httpOperator } from './operators/http.ts';
import { httpCallOperator } from './operators/http_call.ts';
import { ifOperator } from './operators/if.ts';
import { loopOperator } from './operators/loop.ts';
import { mailOperator } from './operators/mail.ts';
import { notifyOperator } from './operators/notify.ts';
import { paramGetOperator } from './operators/param_get.ts';
import { paramSetOperator } from './operators/param_set.ts';
import { pgOperator } from './operators/pg.ts';
import { pyOperator } from './operators/py.ts';
import { rbOperator } from './operators/rb.ts';
import { redshiftOperator } from './operators/redshift.ts';
import { redshiftLoadOperator } from './operators/redshift_load.ts';
import { redshiftUnloadOperator } from './operators/redshift_unload.ts';
import { requireOperator } from './operators/require.ts';
import { s3WaitOperator } from './operators/s3_wait.ts';
import { shOperator } from './operators/sh.ts';
import { tdOperator } from './operators/td.ts';
import { tdDdlOperator } from './operators/td_ddl.ts';
import { tdForEachOperator } from './operators/td_for_each.ts';
import { tdLoadOperator } from './operators/td_load.ts';
import { tdPartialDeleteOperator } from './operators/td_partial_delete.ts';
import { tdResultExportOperator } from './operators/td_result_export.ts';
import { tdRunOperator } from './operators/td_run.ts';
import { tdTableExportOperator } from './operators/td_table_export.ts';
import { tdWaitOperator } from './operators/td_wait.ts';
import { tdWaitTableOperator } from './operators/td_wait_table.ts';
import { waitOperator } from './operators/wait.ts';
import type { Operator } from './types.ts';

/** The operators that Digdag 0.10.5.1 registers, in the order of its documentation. (nop> has a class but is not registered.) */
export const builtInOperators: readonly Operator[] = [
  echoOperator,
  failOperator,
  notifyOperator,
  waitOperator,
  ifOperator,
  loopOperator,
  forEachOperator,
  forRangeOperator,
  callOperator,
  httpOperator,
  httpCallOperator,
  requireOperator,
  shOperator,
  pyOperator,
  rbOperator,
  embulkOperator,
  mailOperator,
  paramSetOperator,
  paramGetOperator,
  tdOperator,
  tdRunOperator,
  tdForEachOperator,
  tdWaitOperator,
  tdWaitTableOperator,
  tdLoadOperator,
  tdDdlOperator,
  tdTableExportOperator,
  tdResultExportOperator,
  tdPartialDeleteOperator,
  pgOperator,
  redshiftOperator,
  redshiftLoadOperator,
  redshiftUnloadOperator,
  s3WaitOperator,
  emrOperator,
  bqOperator,
  bqLoadOperator,
  bqExtractOperator,
  bqDdlOperator,
  gcsWaitOperator,
];
