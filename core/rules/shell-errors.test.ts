import { describe, expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { shellErrors } from './shell-errors.ts';

describe('shell-errors', () => {
  const script = (...lines: string[]) => `+a:\n  sh>: |\n${lines.map((line) => `    ${line}\n`).join('')}`;

  it('a command whose failure nobody sees', () => {
    expect(said(shellErrors, script('false', 'echo ok'))).toMatchObject([
      { at: 'sh>', severity: 'hint', fixed: [script('set -e', 'false', 'echo ok')] },
    ]);
    expect(
      said(shellErrors, script('# a comment', 'cat <<EOF > x', 'text', 'EOF', './load.sh', 'echo ok')),
    ).toHaveLength(1);
    expect(said(shellErrors, '+a:\r\n  sh>: |\r\n    false\r\n    echo ok\r\n')[0]?.fixed).toEqual([
      '+a:\r\n  sh>: |\r\n    set -e\r\n    false\r\n    echo ok\r\n',
    ]);
  });

  it.each([
    [script('./load.sh')],
    [script('echo one', 'x=1', 'export Y=2', './load.sh')],
    [script('set -eu', 'false', 'echo ok')],
    [script('set -o errexit', 'false', 'echo ok')],
    [script('./load.sh \\', '  --all')],
    [script('./a.sh &&', './b.sh')],
    [script('if [ -f x ]; then', 'echo x', 'fi')],
    [script('./a.sh || exit 1', './b.sh')],
    [script("psql -c 'select", "1'")],
    ['+a:\n  sh>: ./a.sh; ./b.sh\n'],
    ['+a:\n  sh>: |\n    false\n    true\n  shell: [bash, -e]\n'],
    ['+a:\n  echo>: |\n    false\n    true\n'],
  ])('not %j', (source) => {
    expect(said(shellErrors, source)).toEqual([]);
  });
});
