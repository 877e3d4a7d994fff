import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OperatorError, type TaskContext } from './operator.ts';

export { workdirOf, workspacePath } from '../../core/operators/workspace.ts';

/** A fresh directory below `.digdag/tmp`, where Digdag has its own: `digdag-sh-3-84120963507712`. */
export function temporaryDirectory(context: TaskContext, operator: string): string {
  const { projectDirectory } = context;
  if (!existsSync(projectDirectory)) {
    throw new OperatorError(`The project directory ${projectDirectory} is gone`, { kind: 'runtime' });
  }
  const parent = resolve(projectDirectory, '.digdag', 'tmp');
  mkdirSync(parent, { recursive: true });
  const directory = join(parent, `digdag-${operator}-${context.taskId}-${randomInt(2 ** 47)}`);
  mkdirSync(directory, { mode: 0o700 });
  return directory;
}
