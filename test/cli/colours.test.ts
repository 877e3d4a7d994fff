import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtProgram } from '../support/builtProgram.ts';
import { hasTerminals, onTerminal } from '../support/terminal.ts';

const outdir = builtProgram();

/** Projects of one workflow, `main.dig`. */
const projects = {
  fails: '+a:\n  sh>: exit 3\n',
  refused: '+a:\n  echo>: x\n  sh>: x\n',
  asks: '+a:\n  http_call>: http://127.0.0.1/\n',
};
type Name = keyof typeof projects;

beforeAll(() => {
  for (const [name, text] of Object.entries(projects)) {
    mkdirSync(join(outdir, name));
    writeFileSync(join(outdir, name, 'main.dig'), text);
  }
});

const commands = [
  ['run', 'fails', 'Run: failed'],
  // told by another part of it
  ['run', 'refused', 'error: '],
  ['check', 'refused', 'error: '],
  ['preview --dry-run', 'asks', 'http_call> of +main+a'],
] as const;

const esc = '\u001b';

/** Whether a text has colours, not only what moves the cursor. */
const isColoured = (text: string): boolean => new RegExp(`${esc}\\[\\d+m`).test(text);

type Variables = Readonly<Record<string, string>>;

/** The variables of the test's own process do not count. */
function options(name: Name, variables: Variables) {
  const env = { ...process.env, TERM: 'xterm', NO_COLOR: undefined, FORCE_COLOR: undefined, ...variables };
  return { cwd: join(outdir, name), env, encoding: 'utf8' } as const;
}

/** What a command writes to a terminal. */
function shown(command: string, name: Name, variables: Variables = {}): string {
  return onTerminal(`'${process.execPath}' ../cli.js ${command}`, options(name, variables));
}

/** What a command writes to pipes. */
function piped(command: string, name: Name, variables: Variables = {}): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['../cli.js', ...command.split(' ')],
    options(name, variables),
  );
  return stdout + stderr;
}

describe.each(commands)('digkit %s, where main.dig %s', (start, name, word) => {
  const command = `${start} main.dig`;

  it.skipIf(!hasTerminals)('is coloured on a terminal, unless NO_COLOR asks for no colours', () => {
    expect(shown(command, name)).toSatisfy(isColoured);
    const asked = shown(command, name, { NO_COLOR: '1' });
    expect(asked).toContain(word);
    expect(asked).not.toSatisfy(isColoured);
  });

  it('is plain on a pipe, unless FORCE_COLOR asks for colours', () => {
    const text = piped(command, name);
    expect(text).toContain(word);
    expect(text).not.toSatisfy(isColoured);
    expect(piped(command, name, { FORCE_COLOR: '1' })).toSatisfy(isColoured);
  });
});

it.skipIf(!hasTerminals)('each stream of a run has colours where it is itself a terminal', () => {
  const told = (): string => readFileSync(join(outdir, 'fails', 'told'), 'utf8');
  const failure = ' +main+a: Command failed with code 3';
  expect(shown('run main.dig 2>told', 'fails')).toSatisfy(isColoured);
  expect(told()).toContain(`error:${failure}`);
  expect(shown('run main.dig >told', 'fails')).toContain(`${esc}[31merror:${esc}[39m${failure}`);
  expect(told()).toContain('Run: failed');
});
