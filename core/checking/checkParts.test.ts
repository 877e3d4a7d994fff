import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { checkFile } from '../check.ts';
import { Project } from '../project/project.ts';
import type { YamlDocument } from '../yaml/node.ts';
import { readYaml } from '../yaml/read.ts';
import { updateYaml } from '../yaml/update.ts';
import { CheckCache } from './checkCache.ts';

const path = '/p/main.dig';
const files = memoryFileSystem({ [path]: '', '/p/queries/a.sql': 'select 1' });

const asked: string[] = [];
const fs = {
  ...files,
  kind: (of: string) => {
    asked.push(of);
    return files.kind(of);
  },
};

/** A text that is checked after each change, by what is known of it from before. */
class ChangingText {
  readonly #project = new Project(fs, '/p');
  readonly #cache = new CheckCache();
  #document: YamlDocument;

  constructor(text: string) {
    this.#document = readYaml(text);
  }

  get text(): string {
    return this.#document.text;
  }

  replace(start: number, end: number, inserted: string): void {
    const text = this.text.slice(0, start) + inserted + this.text.slice(end);
    this.#document = updateYaml(this.#document, text, { start, end, newLength: inserted.length });
  }

  check() {
    const cache = this.#cache;
    return checkFile(fs, path, { project: this.#project, document: this.#document, cache });
  }

  fresh() {
    return checkFile(fs, path, { project: new Project(fs, '/p'), document: readYaml(this.text) });
  }
}

const text = [
  'timezone: Asia/Tokyo\n_export:\n  target: prod\n  now: ${moment()}\n',
  '+load:\n  td>: queries/a.sql\n  store_last_results: true\n',
  '+shell:\n  _export:\n    name: n\n  sh>: echo ${name} ${td.last_results.x} > out.txt\n  _retry: 1x\n',
  '+use:\n  echo>: ${nam} ${target} ${name}\n  when: {a: "${now}"}\n',
  '+loop:\n  for_each>: {color: [red, green]}\n  _do:\n    +show:\n      echo>: ${color} ${i}\n',
  '+file:\n  td>: queries/b.sql\n  creat_table: x\n',
  '+file_2:\n  sh>: cat out.txt b.sql\n  day: 010\n',
  '+group:\n  _background: 1\n  +a:\n    ech>: x\n  +b:\n    _after: [+a]\n    echo>: ${session_dat}\n',
];

describe('a check of a changed text', () => {
  it('looks again at what depends on a task beside', () => {
    const changing = new ChangingText('+a:\n  _export: {x: 1}\n  echo>: a\n+b:\n  echo>: ${x}\n');
    const rules = () => changing.check()?.findings.map(({ rule, related }) => [rule, related?.[0]?.start]);
    expect(rules()).toEqual([['undefined-variable', 16]]);
    changing.replace(0, 0, '\n');
    expect(rules()).toEqual([['undefined-variable', 17]]);
    changing.replace(17, 18, 'y');
    expect(rules()).toEqual([['undefined-variable', undefined]]);
  });

  it('asks nothing about the tasks that did not change', () => {
    const changing = new ChangingText(`${text[1]}+x:\n  echo>: x\n${text[1]?.replace('load', 'again')}`);
    changing.check();
    asked.length = 0;
    changing.replace(changing.text.indexOf(': x\n') + 2, changing.text.indexOf(': x\n') + 3, 'other');
    changing.check();
    expect(asked).not.toContain('/p/queries/a.sql');
    changing.fresh();
    expect(asked).toContain('/p/queries/a.sql');
  });

  it('finds what a check of the whole text finds, after any changes', () => {
    const pieces = [
      '\n',
      '  ',
      'x',
      ':',
      '"',
      '#',
      '${',
      '}',
      'name',
      '+n:\n  echo>: ${q}\n',
      '  call>: other\n',
      '_after: [+load]\n',
    ];
    const keys = [
      '_parallel: true\n',
      '_check: {echo>: x}\n',
      'schedule:\n  daily>: 07:00:00\n',
      '# digkit-disable-next-line\n',
    ];
    const change = fc.record({
      at: fc.nat(600),
      removed: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(80)),
      line: fc.boolean(),
      inserted: fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...text, ...keys), fc.constant('')),
    });
    fc.assert(
      fc.property(fc.shuffledSubarray(text), fc.array(change, { maxLength: 12 }), (parts, changes) => {
        const changing = new ChangingText(parts.join('\n'));
        expect(changing.check()?.findings).toEqual(changing.fresh()?.findings);
        for (const { at, removed, line, inserted } of changes) {
          const near = Math.min(at, changing.text.length);
          const start = line ? changing.text.lastIndexOf('\n', near - 1) + 1 : near;
          changing.replace(start, Math.min(start + removed, changing.text.length), inserted);
          expect(changing.check()?.findings).toEqual(changing.fresh()?.findings);
        }
      }),
      { numRuns: 60 },
    );
  });
});
