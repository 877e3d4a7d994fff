import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { rules } from './registry.ts';

describe('the rules', () => {
  it('are sorted, each once', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s has its file and its page', (id, rule) => {
    expect(existsSync(`core/rules/${id}.ts`)).toBe(true);
    const page = readFileSync(`docs/rules/${id}.md`, 'utf8');
    expect(page).toContain(`# ${id}\n`);
    expect(page).toContain(`Severity: ${rule.severity}`);
    const [wrong, right] = [...page.matchAll(/```yaml\n([\s\S]*?\n)```/g)].map((match) => match[1] ?? '');
    if (wrong !== undefined && !ofAnotherFile.has(id)) expect(saidOf(rule, wrong)).not.toEqual([]);
    if (right !== undefined) expect(saidOf(rule, right)).toEqual([]);
  });
});

/** Pages whose example is about the name or the folder of the file. */
const ofAnotherFile = new Set(['called-option', 'fragment-in-root', 'template-file', 'workdir', 'workflow-name']);

/** Files that examples of the pages name. */
const others = {
  'config/params.yml': 'td:\n  database: boston\n',
  'config/prod.yml': 'database: prod\n',
  'daily.dig': '+a:\n  echo>: x\n',
  'load.dig': '+a:\n  echo>: ${table}\n',
  'queries/load.sql': 'select 1\n',
  'tasks.py': 'def load(table):\n    pass\n',
};

function saidOf(rule: (typeof rules)[number], example: string) {
  const target = rule.id === 'treasure-data' ? 'treasure-data' : 'digdag';
  return said(rule, { ...others, 'main.dig': example }, 'main.dig', target);
}
