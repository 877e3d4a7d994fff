import { cloudOperator } from './cloud.ts';
import type { Operator } from './operator.ts';

type Load = () => Promise<{ readonly operator: Operator }>;

/** The operators that run here, by name. Each is loaded when a task first needs it. */
const operators: Readonly<Record<string, Load>> = {
  call: () => import('./call.ts'),
  echo: () => import('./echo.ts'),
  embulk: () => import('./embulk.ts'),
  fail: () => import('./fail.ts'),
  for_each: () => import('./for_each.ts'),
  for_range: () => import('./for_range.ts'),
  http: () => import('./http.ts'),
  http_call: () => import('./http_call.ts'),
  if: () => import('./if.ts'),
  loop: () => import('./loop.ts'),
  mail: () => import('./mail.ts'),
  nop: () => import('./nop.ts'),
  notify: () => import('./notify.ts'),
  param_get: () => import('./param_get.ts'),
  param_set: () => import('./param_set.ts'),
  pg: () => import('./pg.ts'),
  py: () => import('./py.ts'),
  rb: () => import('./rb.ts'),
  require: () => import('./require.ts'),
  sh: () => import('./sh.ts'),
  wait: () => import('./wait.ts'),
};

/** Operators of Digdag that need an account of a service. */
const cloud = /^(?:td|td_.+|bq|bq_.+|redshift|redshift_.+|s3_.+|gcs_.+|emr)$/;

/** Whether Digdag calls a service for it, which needs an account. */
export function isCloud(name: string): boolean {
  return cloud.test(name);
}

/** The operator of that name; undefined where neither Digdag nor Digkit has one. */
export async function findOperator(name: string): Promise<Operator | undefined> {
  const load = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (load) return (await load()).operator;
  return cloud.test(name) ? cloudOperator(name) : undefined;
}
