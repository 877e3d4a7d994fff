import { describe, expect, it } from 'vitest';
import { nodeEvaluator } from '../../host/evaluator.ts';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { loadFile } from '../project/load.ts';
import { toMap } from '../project/located.ts';
import { chosenSession } from '../schedule/chosenSession.ts';
import { render } from '../text/text.ts';
import { utc } from '../time/zone.ts';
import type { ConfigMap } from '../value/value.ts';
import { compileWorkflow } from '../workflow/compile.ts';
import { printResolved } from './print.ts';
import { resolveWorkflow } from './resolveWorkflow.ts';

async function resolved(dig: string, more: Readonly<Record<string, string>> = {}, params: ConfigMap = new Map()) {
  const files = memoryFileSystem({ '/p/main.dig': dig, ...more });
  const config = loadFile(files, '/p/main.dig')?.config;
  if (!config) throw new Error('no config');
  const { workflow, refusal } = compileWorkflow('main', config);
  if (!workflow) throw new Error(refusal.message ?? refusal.java);
  const evaluator = nodeEvaluator();
  try {
    return await resolveWorkflow({
      files,
      projectDirectory: '/p',
      workflow,
      session: chosenSession(toMap(config), utc, '2026-01-31', 0, () => undefined),
      params,
      evaluator,
    });
  } finally {
    evaluator.dispose();
  }
}

async function printed(...args: Parameters<typeof resolved>): Promise<string> {
  return printResolved(await resolved(...args), [], render).text;
}

describe('a resolved workflow', () => {
  it('has exports applied, evaluated in the order of Digdag', async () => {
    const dig =
      '_export:\n  day: t_${session_date_compact}\n  late: ${n}\n  n: 1\n+a:\n  echo>: ${day} ${late} ${n + 1}\n  after: ${n}\n';
    expect(await printed(dig)).toBe(
      'timezone: UTC\n_export:\n  day: t_20260131\n  late: "1"\n  n: 1\n\n+a:\n  echo>: t_20260131 1 2\n  after: "1"\n',
    );
  });

  it('has loops, conditions and calls expanded, with the names of a run', async () => {
    const dig =
      "+l:\n  for_each>: {v: [x, y]}\n  _do:\n    loop>: 1\n    _do:\n      echo>: '${v} ${i}'\n" +
      "+i:\n  if>: ${1 == 2}\n  _do: {echo>: yes}\n  _else_do: {echo>: 'no ${session_date}'}\n+c:\n  call>: sub/x\n";
    const text = await printed(dig, { '/p/sub/x.dig': '+s:\n  echo>: ${session_date} in ${_workdir}\n' });
    expect(text).toContain('+for-0=v=1=y:\n');
    expect(text).toContain('echo>: y 0');
    expect(text).toContain('echo>: no 2026-01-31');
    expect(text).not.toContain('echo>: yes');
    expect(text).toContain('echo>: "2026-01-31 in sub"');
  });

  it('marks what only a run tells, and evaluates what stands around it', async () => {
    const dig =
      "+h:\n  http>: http://h/\n  store_content: true\n+a:\n  echo>: '${session_date} ${http.last_content} ${moment().unix()}'\n" +
      '+i:\n  if>: ${http.last_status == 200}\n  _do:\n    echo>: ${session_uuid}\n+l:\n  loop>: ${http.last_content}\n  _do:\n    echo>: ${i}\n';
    const text = await printed(dig);
    expect(text).toContain(
      '2026-01-31 ${http.last_content} ${moment().unix()}"  # known only when it runs: http.last_content',
    );
    expect(text).toContain('# Whether _do or _else_do runs is known only when it runs');
    expect(text).toContain('echo>: ${session_uuid}  # known only when it runs: session_uuid');
    expect(text).toContain('+N:');
    expect(text).toContain('echo>: ${i}  # known only when it runs: i');
  });

  it('knows what code stores, and is careful behind code that it cannot look into', async () => {
    const py = 'import digdag\ndef f():\n  digdag.env.store({"n": 1})\n';
    const dig = '+p:\n  py>: code.f\n+a:\n  echo>: ${n}\n+q:\n  py>: gone.g\n+b:\n  echo>: ${other}\n';
    const text = await printed(dig, { '/p/code.py': py });
    expect(text).toContain('echo>: ${n}  # known only when it runs: n');
    expect(text).toContain('echo>: ${other}  # known only when it runs: other');
    expect(await printed('+a:\n  echo>: ${other}\n')).toContain(
      '# error: Failed to evaluate a variable ${other} (ReferenceError: other is not defined)',
    );
  });

  it('shows options that exports bring, handlers, checks and what is switched off', async () => {
    const dig =
      "_export:\n  sh: {shell: [bash]}\n+a:\n  sh>: echo ${secret:k}\n  _check: {echo>: checked}\n  _error: {echo>: '${error.message}'}\n+d:\n  _disable: true\n  sh>: x\n";
    const text = await printed(dig);
    expect(text).toMatch(/ {2}sh: {2}# exported by \+main\n {4}shell:\n {6}- bash/);
    expect(text).toContain('${secret:k}  # a secret');
    expect(text).toContain('^check:  # where it succeeds');
    expect(text).toContain('^error:  # where it fails');
    expect(text).toContain('+d:\n  _disable: true');
  });

  it('stops at the limits, and says so', async () => {
    const inner = '    loop>: 60\n    _do:\n      echo>: ${i}\n';
    expect(await printed(`+l:\n  loop>: 20\n  _do:\n${inner}`)).toContain('# error: Too many tasks. Limit: 1000');
    const tasks = Array.from({ length: 3100 }, (_, index) => `+t${index}:\n  echo>: x\n`).join('');
    expect((await resolved(tasks)).truncated).toBe(true);
  });

  it('has parameters weaker than exports', async () => {
    const params: ConfigMap = new Map([
      ['a', 'given'],
      ['b', 'given'],
    ]);
    expect(await printed('_export: {a: own}\n+t:\n  echo>: ${a} ${b}\n', {}, params)).toContain('echo>: own given');
  });

  it('leads back to where tasks are written', async () => {
    const dig = '+l:\n  loop>: 2\n  _do:\n    +t:\n      echo>: x\n';
    const { text, tasks } = printResolved(await resolved(dig), [], render);
    const lines = text.split('\n');
    const found = tasks.map(({ line, place }) => `${lines[line]?.trim()} ${dig.slice(place.start, place.end)}`);
    expect(found).toContain('+t: +t');
    expect(found).toContain('+loop-1: _do');
  });
});
