import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runDig as run } from '../../test/support/runDig.ts';

const local = { system: new Map([['param_server.type', 'local']]) };

describe('param_set> and param_get>', () => {
  it('keep texts for later runs of a project', async () => {
    const set = await run(
      "+a:\n  param_set>:\n  day: ${session_date}\n  n: 1.50\n  nothing:\n  ' odd key': 'x: \"y\"'\n",
      local,
    );
    expect(set.success).toBe(true);
    const { projectDirectory } = set;
    expect(statSync(join(projectDirectory, '.digdag', 'params.json')).mode & 0o777).toBe(0o600);
    const get =
      "+a:\n  param_get>:\n  day: last\n  n: n\n  nothing: nothing\n  ' odd key': odd\n  never: never\n+b:\n  echo>: ${last}|${n}|${nothing}|${odd}|${never}|\n";
    const got = await run(get, { ...local, projectDirectory });
    expect(got.output).toBe('2026-01-02|1.5||x: "y"||\n');
  });

  it('forget after 90 days, and keep what others have set', async () => {
    const first = await run('+a:\n  param_set>:\n  a: 1\n  b: 2\n', local);
    const { projectDirectory } = first;
    const file = join(projectDirectory, '.digdag', 'params.json');
    const kept = JSON.parse(readFileSync(file, 'utf8'));
    expect(kept.a.until - Date.now()).toBeGreaterThan(89.9 * 24 * 3600 * 1000);
    writeFileSync(file, JSON.stringify({ ...kept, a: { ...kept.a, until: Date.now() - 1 } }));
    const dig =
      '+s:\n  param_set>:\n  c: 3\n+g:\n  param_get>:\n  a: a\n  b: b\n  c: c\n+e:\n  echo>: ${a}|${b}|${c}\n';
    expect((await run(dig, { ...local, projectDirectory })).output).toBe('|2|3\n');
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).toEqual(['b', 'c']);
  });

  it('fail as in Digdag where no place is configured, for what is no text, and for a server', async () => {
    const message = async (dig: string, type?: string): Promise<string | undefined> => {
      const system = new Map(type === undefined ? [] : [['param_server.type', type]]);
      return (await run(dig, { system })).errors[0]?.message;
    };
    const set = '+a:\n  param_set>:\n  a: 1\n';
    expect(await message(set)).toBe('param_server.type is required to use this operator. (config)');
    expect(await message('+a:\n  param_set>:\n  a: [1]\n', 'local')).toMatch(
      /^Expected .* for key 'a' but got \[1\] \(array\) \(config\)$/,
    );
    expect(await message(set, 'redis')).toMatch(/^Parameters of a server \(param_server\.type = redis\)/);
  });

  it('take a file that holds something else for empty', async () => {
    const { projectDirectory } = await run('+a:\n  echo>: a\n', local);
    mkdirSync(join(projectDirectory, '.digdag'), { recursive: true });
    writeFileSync(join(projectDirectory, '.digdag', 'params.json'), '{"a": 1, "b": {"value": 1, "until": 9e15}} x');
    const dig = '+g:\n  param_get>:\n  a: a\n  b: b\n+e:\n  echo>: "${a}|${b}"\n';
    expect((await run(dig, { ...local, projectDirectory })).output).toBe('|\n');
  });
});
