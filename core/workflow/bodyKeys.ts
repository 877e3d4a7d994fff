/** Whether a key's value stays as it is written wherever it stands in a config that is evaluated (ConfigEvalEngine.evalObjectRecursive). */
export function staysWhole(key: string): boolean {
  return key === '_do' || key === '_else_do';
}

/** Whether a key of a task is no parameter of its operator: what stands there is compiled and evaluated on its own, when its time has come. */
export function isHandler(key: string): boolean {
  return key === '_check' || key === '_error';
}
