import { toJson } from '../../core/value/json.ts';
import { parseJson } from '../../core/value/parseJson.ts';
import { asText } from '../../core/value/typed.ts';
import { isMap } from '../../core/value/value.ts';
import { isSecretVariable } from '../../runner/secrets/localSecrets.ts';
import { StartError } from '../../runner/startError.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The secrets of `--secrets-from-env NAME`: a JSON object in an environment variable, `{"pg.password": "…"}`. So they come from an editor without
 * being an argument, which every user of the machine can see, or a file.
 */
export function secretsOf(name: string | undefined, env: Environment): ReadonlyMap<string, string> {
  if (name === undefined) return new Map();
  const text = env[name];
  if (text === undefined) throw new StartError(`--secrets-from-env: the variable ${name} is not set`);
  const value = parseJson(text);
  if (!isMap(value)) throw new StartError(`--secrets-from-env: the variable ${name} holds no JSON object`);
  return new Map(
    [...value].map(([key, secret]) => {
      const plain = asText(secret);
      if (plain !== undefined) return [key, plain] as const;
      throw new StartError(`--secrets-from-env: ${toJson(key)} in the variable ${name} is no text`);
    }),
  );
}

/** The environment of the tasks: without the variables that bring secrets. */
export function withoutSecrets(env: Environment, name: string | undefined): Environment {
  return Object.fromEntries(Object.entries(env).filter(([key]) => key !== name && !isSecretVariable(key)));
}
