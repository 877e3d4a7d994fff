import { checkFile } from '../../core/check.ts';
import { format } from '../../core/format/format.ts';
import { Projects } from '../../core/project/project.ts';
import { typedAt } from '../../server/analysis/position/typed.ts';
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
  'undefined variables in one task': (n) =>
    `+t:\n  td>: {data: x}\n${repeat(n, (at) => `  k${at}: \${unknown_${at}}\n`)}`,
  'one undefined variable in one text': (n) => `+t:\n  echo>: "${'${a} '.repeat(n)}"\n`,
  'expressions in one line': (n) => `_export:\n  a: 1\n+t:\n  echo>: "${'${a} '.repeat(n * 5)}"\n`,
  'undefined variables': (n) => repeat(n, (at) => `+t${at}:\n  echo>: \${unknown_${at}}\n`),
  'mistyped variables beside as many exports': (n) =>
    `_export:\n${repeat(n, (at) => `  value${at}: ${at}\n`)}${repeat(n, (at) => `+t${at}:\n  echo>: \${valeu${at}}\n`)}`,
  // as deep as its root, for each line is as long as it is deep
  'bodies below bodies': (n) => bodies(Math.round(10 * Math.sqrt(n))),
  'unknown operators': (n) => repeat(n, (at) => `+t${at}:\n  ech>: x\n`),
  'missing files': (n) => repeat(n, (at) => `+t${at}:\n  td>: q${at}.sql\n`),
  'suppressions without effect': (n) =>
    repeat(n, (at) => `# digkit-disable-next-line unknown-operator\n+t${at}:\n  echo>: x\n`),
};

function bodies(depth: number): string {
  const indent = (at: number): string => ' '.repeat(at + 1);
  return `+t:\n${repeat(depth, (at) => `${indent(at)}loop>: 2\n${indent(at)}_do:\n`)}${indent(depth)}echo>: x\n`;
}

/** How the time of a check, of formatting and of what completion looks at grows with texts that hold very many of one thing: processor time, so that other work counts less. */
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
      growthRow(
        `what is typed at the end: ${name}`,
        () => typedAt(small, small.length - 1),
        () => typedAt(large, large.length - 1),
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

/** A sample that takes less processor time, in milliseconds, is made of several runs. */
const shortest = 40;
const samples = 5;

/** The least processor time of some samples, warm and with what was left behind collected before each, in milliseconds for one run. */
function least(work: () => unknown): number {
  work();
  const repeat = Math.ceil(shortest / Math.max(1, spent(work, 1)));
  return Math.min(...Array.from({ length: samples }, () => spent(work, repeat)));
}

function spent(work: () => unknown, repeat: number): number {
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let run = 0; run < repeat; run++) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / repeat;
}
