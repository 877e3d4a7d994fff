import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../../startError.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Java {
  /** The program: a path, or `java` where it is taken from PATH. */
  readonly program: string;
  /** 8, 11, 17, … */
  readonly version: number;
}

/** Digdag runs on 8 and newer. */
const oldest = 8;
/** From here on Digdag's own start script asks the JVM for what it no longer has, and the JVM hides what Digdag's libraries reach into. */
const strict = 13;

/**
 * The Java that is to run Digdag, by the names that Digdag's users set: TD_WF_JAVA (Treasure Data's toolbelt), JAVA_HOME, else that of PATH.
 * @throws StartError where there is none, or one that is too old
 */
export async function findJava(env: Environment): Promise<Java> {
  const program = javaProgram(env);
  const text = await versionText(program, env);
  if (text === undefined) {
    const where = program === 'java' ? 'there is no java in PATH' : `${program} does not run`;
    throw new StartError(
      `Digdag needs Java 8 or newer, and ${where}. Install Java, or set JAVA_HOME to where it is; or run with --engine built-in, which needs none.`,
    );
  }
  const version = javaVersion(text);
  if (version === undefined) throw new StartError(`${program} -version says no version of Java: ${text.trim()}`);
  if (version < oldest) {
    throw new StartError(`Digdag needs Java 8 or newer; ${program} is Java ${version}. Set JAVA_HOME to a newer one.`);
  }
  return { program, version };
}

/** Reads what `java -version` prints: `openjdk version "17.0.15" 2025-04-15`, `java version "1.8.0_392"`. */
export function javaVersion(text: string): number | undefined {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(text) ?? [];
  if (first === undefined) return undefined;
  return Number(first === '1' ? second : first);
}

/** What makes Digdag work on this Java: without it, it does not start on 13 and newer (unknown options, closed modules). */
export function javaOptions({ version }: Pick<Java, 'version'>): readonly string[] {
  if (version < strict) return [];
  const opened = ['java.base/java.lang', 'java.base/java.time'];
  return ['-XX:+IgnoreUnrecognizedVMOptions', ...opened.map((name) => `--add-opens=${name}=ALL-UNNAMED`)];
}

function javaProgram({ TD_WF_JAVA, JAVA_HOME }: Environment): string {
  const name = process.platform === 'win32' ? 'java.exe' : 'java';
  const bundled = join(homedir(), '.td', 'digdag', 'jre', 'bin', name);
  if (TD_WF_JAVA) return TD_WF_JAVA;
  if (JAVA_HOME) return join(JAVA_HOME, 'bin', name);
  return existsSync(bundled) ? bundled : 'java';
}

/** Undefined where the program does not run. */
function versionText(program: string, env: Environment): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = '';
    const child = spawn(program, ['-version'], { env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const add = (chunk: Buffer): void => {
      text += chunk.toString();
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => resolve(code === 0 ? text : undefined));
  });
}
