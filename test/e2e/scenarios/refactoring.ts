import { existsSync, readFileSync } from 'node:fs';
import type { Scenario } from '../scenario.ts';
import { Editing } from '../support/editing.ts';
import { expectEqual } from '../support/expect.ts';
import { waitFor } from '../support/wait.ts';

const jobs = '# all jobs\n+load:\n  # first\n  +a:\n    echo>: a\n  +b:\n    echo>: b\n+report:\n  call>: child\n';

export const refactoring: Scenario = {
  name: 'fixes, refactorings and other names',
  theme: 'light',
  settings: () => ({ 'editor.codeActionsOnSave': { 'source.fixAll.digkit': 'explicit' } }),
  async run({ workbench, workspace }) {
    const editing = new Editing(workbench);
    const text = (name: string) => readFileSync(workspace.path(name), 'utf8');
    workspace.write('typo.dig', '+one:\n  ehco>: x\n');
    workspace.write('daily.dig', 'schedule:\n  daily>: 02:00:00\n+a:\n  echo>: x\n');
    workspace.write('child.dig', '+c:\n  echo>: child\n');
    workspace.write('other.dig', '+wait:\n  require>: child\n');
    workspace.write('jobs.dig', jobs);

    await workbench.openFile(workspace.path('typo.dig'));
    await workbench.hover('one');
    await workbench.goTo(2);
    await editing.codeAction('Control+.', 'Change to echo>', 'quick-fix');
    await editing.shows(/ echo>: x/, 'typo.dig');

    await workbench.openFile(workspace.path('daily.dig'));
    await workbench.type(4, 'y');
    await editing.press('Control+S');
    await waitFor('the fix on save', () => text('daily.dig').includes('timezone'));
    expectEqual(text('daily.dig'), 'timezone: UTC\nschedule:\n  daily>: 02:00:00\n+a:\n  echo>: xy\n');

    await workbench.openFile(workspace.path('jobs.dig'));
    await workbench.goTo(2);
    await editing.codeAction('Control+Shift+R', 'Extract to the workflow load.dig', 'refactor');
    await editing.shows(/\+load:\s+call>: load\s+\+report/, 'jobs.dig');
    await waitFor('the new workflow', () => existsSync(workspace.path('load.dig')));
    await editing.press('Control+S');
    await waitFor('the saved workflow', () => text('jobs.dig').includes('call>: load'));

    await editing.renameInExplorer('child.dig', 'kid.dig');
    await editing.confirmed(
      'the names of the file',
      () => /kid/.test(text('jobs.dig')) && /kid/.test(text('other.dig')),
    );
    expectEqual(text('other.dig'), '+wait:\n  require>: kid\n');

    await workbench.openFile(workspace.path('jobs.dig'));
    await workbench.type(5, '');
    await editing.renameSymbol('grandchild', 'rename');
    await editing.confirmed('the file and its name', () => {
      return existsSync(workspace.path('grandchild.dig')) && text('other.dig').includes('grandchild');
    });
    await editing.shows(/call>: grandchild/, 'jobs.dig');
    await workbench.screenshot('renamed');
  },
};
