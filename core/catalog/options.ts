import { afterOption } from './options/after.ts';
import { backgroundOption } from './options/background.ts';
import { checkOption } from './options/check.ts';
import { commandOption } from './options/command.ts';
import { disableOption } from './options/disable.ts';
import { doOption } from './options/do.ts';
import { dockerOption } from './options/docker.ts';
import { ecsOption } from './options/ecs.ts';
import { elseDoOption } from './options/else_do.ts';
import { envOption } from './options/env.ts';
import { errorOption } from './options/error.ts';
import { exportOption } from './options/export.ts';
import { includeOption } from './options/include.ts';
import { kubernetesOption } from './options/kubernetes.ts';
import { metaOption } from './options/meta.ts';
import { operatorOption } from './options/operator.ts';
import { parallelOption } from './options/parallel.ts';
import { pluginOption } from './options/plugin.ts';
import { retryOption } from './options/retry.ts';
import { scheduleOption } from './options/schedule.ts';
import { secretsOption } from './options/secrets.ts';
import { slaOption } from './options/sla.ts';
import { taskOption } from './options/task.ts';
import { timezoneOption } from './options/timezone.ts';
import { typeOption } from './options/type.ts';
import { workdirOption } from './options/workdir.ts';
import type { TaskOption } from './types.ts';

/** The keys of tasks, groups and files that Digdag itself reads, whatever the operator. */
export const taskOptions: readonly TaskOption[] = [
  taskOption,
  operatorOption,
  typeOption,
  commandOption,
  exportOption,
  pluginOption,
  parallelOption,
  backgroundOption,
  afterOption,
  errorOption,
  checkOption,
  retryOption,
  disableOption,
  doOption,
  elseDoOption,
  secretsOption,
  envOption,
  workdirOption,
  timezoneOption,
  scheduleOption,
  slaOption,
  metaOption,
  includeOption,
  dockerOption,
  ecsOption,
  kubernetesOption,
];
