/** Digdag's executor.task_max_run default: no more tasks than this in one attempt (Limits.java). */
export const maxTasks = 1000;
