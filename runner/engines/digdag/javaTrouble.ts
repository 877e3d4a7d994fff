import { StartError } from '../../startError.ts';
import type { Java } from './java.ts';

/** What a JVM says that cannot run Digdag. */
const troubles = [
  /Unrecognized (?:VM )?option:?[^\n]*/,
  /Could not create the Java Virtual Machine/,
  /UnsupportedClassVersionError[^\n]*/,
  /InaccessibleObjectException[^\n]*/,
  /module java\.base does not "opens [^\n]*/,
  /Invalid or corrupt jarfile[^\n]*/,
];

/** Where the JVM is to blame that nothing ran: what to do about it. */
export function explainJava(stderr: string, { program, version }: Java): StartError | undefined {
  const found = troubles.map((pattern) => pattern.exec(stderr)?.[0]).find((said) => said !== undefined);
  if (found === undefined) return undefined;
  return new StartError(
    `Java ${version} (${program}) does not run this Digdag: ${found.trim()}. Set JAVA_HOME to Java 8, 11 or 17; or run with --engine built-in, which needs no Java.`,
  );
}
