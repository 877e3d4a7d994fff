import { checkFile } from '../../core/check.ts';
import { format } from '../../core/format/format.ts';
import { Projects } from '../../core/project/project.ts';
import { filesOf } from './benchFiles.ts';

/** A text of a size, and one of four times that: what takes more than this of its time grows faster than the text. */
const growth = 8;
const size = 2000;

const repeat = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join('');

/** Texts with very many of one thing. */
const texts: Readonly<Record<string, (count: number) => string>> = {
  'values in for_each>': (n) =>
    `+t:\n  for_each>:\n    x: [${repeat(n, (at) => `v${at}, `)}z]\n  _do:\n    +a:\n      echo>: \${x}\n`,
  'tasks in one _after': (n) =>
    `+g:\n  _parallel: true\n${repeat(n, (at) => `  +a${at}:\n    echo>: x\n`)}  +z:\n    echo>: x\n    _after: [${repeat(n, (at) => `+a${at}, `)}+a0]\n`,
  'duplicate keys': (n) => repeat(n, (at) => `+a${at >> 1}:\n  echo>: x\n`),
  'expressions in one line': (n) => `_export:\n  a: 1\n+t:\n  echo>: "${'${a} '.repeat(n * 5)}"\n`,
  'undefined variables': (n) => repeat(n, (at) => `+t${at}:\n  echo>: \${unknown_${at}}\n`),
  'mistyped variables beside as many exports': (n) =>
    `_export:\n${repeat(n, (at) => `  value${at}: ${at}\n`)}${repeat(n, (at) => `+t${at}:\n  echo>: \${valeu${at}}\n`)}`,
  'unknown operators': (n) => repeat(n, (at) => `+t${at}:\n  ech>: x\n`),
  'missing files': (n) => repeat(n, (at) => `+t${at}:\n  td>: q${at}.sql\n`),
  'suppressions without effect': (n) =>
    repeat(n, (at) => `# digkit-disable-next-line unknown-operator\n+t${at}:\n  echo>: x\n`),
};

/** How the time of a check and of formatting grows with texts that hold very many of one thing: processor time, so that other work counts less. */
export function scaling(): string[] {
  return Object.entries(texts).flatMap(([name, textOf]) => {
    const [small, large] = [textOf(size), textOf(4 * size)];
    return [
      growthRow(
        `check: ${name}`,
        () => check(small),
        () => check(large),
      ),
      growthRow(
        `format: ${name}`,
        () => format(small),
        () => format(large),
      ),
    ];
  });
}

function check(text: string): void {
  const path = '/p/main.dig';
  const fs = filesOf(new Map([[path, text]]));
  checkFile(fs, path, { project: new Projects(fs, '/p').of(path) });
}

function growthRow(name: string, small: () => unknown, large: () => unknown): string {
  const [one, other] = [least(small), least(large)];
  const ratio = other / one;
  const verdict = ratio <= growth ? 'ok' : 'OVER';
  return `| ${name} | ${other.toFixed(1)} ms | ${one.toFixed(1)} ms | ${ratio.toFixed(1)} | ${growth} | ${verdict} |`;
}

/** The least processor time of three runs, in milliseconds. */
function least(work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
