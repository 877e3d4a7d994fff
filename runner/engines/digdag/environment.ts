import { delimiter, dirname, isAbsolute } from 'node:path';
import { type Java, javaOptions } from './java.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment of the `digdag` process. Somebody's own script of Digdag finds the same Java, and what that Java needs for Digdag: the JVM of 9
 * and newer reads JDK_JAVA_OPTIONS itself.
 */
export function digdagEnvironment(env: Environment, java: Java, secrets: ReadonlyMap<string, string>): Environment {
  const options = [env.JDK_JAVA_OPTIONS, ...javaOptions(java)].filter(Boolean).join(' ');
  const path = isAbsolute(java.program) ? [dirname(java.program), env.PATH].filter(Boolean).join(delimiter) : env.PATH;
  return {
    ...env,
    PATH: path,
    ...(options === '' ? {} : { JDK_JAVA_OPTIONS: options }),
    ...(secrets.size === 0 ? {} : { DIGDAG_CONFIG: withSecrets(env.DIGDAG_CONFIG, secrets) }),
  };
}

/** Digdag reads `secrets.KEY` lines of its configuration as local secrets; this variable holds more of it, so that no file has to. */
function withSecrets(config: string | undefined, secrets: ReadonlyMap<string, string>): string {
  const lines = [...secrets].map(([key, value]) => `${escaped(`secrets.${key}`)}=${escaped(value)}`);
  return [config, ...lines].filter(Boolean).join('\n');
}

/** As java.util.Properties reads it. */
function escaped(text: string): string {
  return text.replace(/[^\w.-]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
