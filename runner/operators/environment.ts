import { fillSecrets } from '../../core/text/secretTemplate.ts';
import { asText, unexpected } from '../../core/value/typed.ts';
import { nested } from './config.ts';
import { configError, type TaskContext } from './operator.ts';

const validName = /^[a-zA-Z_][a-zA-Z_0-9]*$/;

export function isEnvironmentName(name: string): boolean {
  return validName.test(name);
}

/** The variables of the task's own `_env`, secrets filled in (CommandOperators.collectEnvironmentVariables). */
export function taskEnvironment({ local, secrets }: TaskContext): Map<string, string> {
  const variables = new Map<string, string>();
  for (const [name, value] of nested(local, '_env') ?? []) {
    if (value === null) throw configError(`Parameter '${name}' is required but null`);
    const text = asText(value);
    if (text === undefined) throw configError(unexpected('string type', name, value).message);
    if (!isEnvironmentName(name)) throw configError(`Invalid _env key name: ${name}`);
    variables.set(
      name,
      fillSecrets(text, (key) => secrets.get(key)),
    );
  }
  return variables;
}
