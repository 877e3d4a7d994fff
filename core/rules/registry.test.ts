import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from './registry.ts';

describe('the rules', () => {
  it('are sorted, each once', () => {
    const ids = rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s has its file and its page', (id, { severity }) => {
    expect(existsSync(`core/rules/${id}.ts`)).toBe(true);
    const page = readFileSync(`docs/rules/${id}.md`, 'utf8');
    expect(page).toContain(`# ${id}\n`);
    expect(page).toContain(`Severity: ${severity}`);
  });
});
