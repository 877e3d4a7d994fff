import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { Project } from './project.ts';
import { projectVerdict, runVerdict } from './verdict.ts';

function verdict(files: Record<string, string>, of = projectVerdict) {
  const fs = memoryFileSystem(Object.fromEntries(Object.entries(files).map(([name, text]) => [`/p/${name}`, text])));
  return of(fs, new Project(fs, '/p'));
}

describe('projectVerdict', () => {
  it('collects what cannot be loaded, in the words of digdag check', () => {
    expect(verdict({ 'a.dig': 'foo: 1\n', 'b.dig': '+a:\n  echo>: x\n', 'c.dig': '' })).toMatchObject({
      ok: false,
      stage: 'project',
      java: 'ModelValidationException',
      message:
        "Validating project failed\nworkflow /p/a.dig Workflow 'a' includes unknown keys: [foo]\n" +
        'workflow /p/c.dig Expected object to load Config but got null',
    });
  });

  it('stops at a file that is missing, before all others', () => {
    expect(verdict({ 'a.dig': 'foo: 1\n', 'b.dig': '!include : no.yml\n' })).toMatchObject({
      java: 'NoSuchFileException',
      message: '/p/no.yml',
    });
  });

  it('compiles only where all files load, and reads schedules last', () => {
    const broken = { 'b.dig': '+a:\n  echo>: x\n  sh>: y\n', 'c.dig': 'schedule: x\n' };
    expect(verdict(broken)).toMatchObject({ stage: 'compile', blocking: [{ path: '/p/b.dig' }] });
    expect(verdict({ 'c.dig': broken['c.dig'] })).toMatchObject({
      stage: 'schedule',
      blocking: [{ path: '/p/c.dig' }],
    });
  });

  it('leaves schedules to digdag check, where it is about a run', () => {
    const files = { 'c.dig': 'schedule: x\n', 'd.dig': '+a:\n  require>: [c]\n' };
    expect(verdict(files).ok).toBe(false);
    expect(verdict(files, runVerdict).ok).toBe(true);
  });

  it('gives the workflows of a good project', () => {
    const good = verdict({ 'a.dig': '+a:\n  echo>: x\n', 'd/x.dig': 'foo: 1\n', 'note.txt': '' });
    expect(good.ok && good.workflows.map(({ name, tasks }) => [name, tasks.length])).toEqual([['a', 2]]);
  });
});
