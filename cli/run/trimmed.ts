import type { RunFlags } from './options.ts';

/** An argument as Digdag's option library takes it: without blanks around it, and then without a pair of quotes. */
export function trimmed(argument: string): string {
  // Java's trim: everything up to U+0020.
  const bare = argument.replace(/^[\0- ]+|[\0- ]+$/g, '');
  return bare.length > 1 && bare.startsWith('"') && bare.endsWith('"') ? bare.slice(1, -1) : bare;
}

/** The same of the values of all options. */
export function trimmedFlags(flags: RunFlags): RunFlags {
  const values = Object.entries(flags).map(([name, value]) => [name, trimmedValue(value)]);
  return { ...flags, ...Object.fromEntries(values) };
}

function trimmedValue(value: unknown): unknown {
  if (typeof value === 'string') return trimmed(value);
  return Array.isArray(value) ? value.map(trimmedValue) : value;
}
