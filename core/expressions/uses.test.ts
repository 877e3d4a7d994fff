import { expect, it } from 'vitest';
import { memoryFileSystem } from '../../test/support/memoryFileSystem.ts';
import { loadFile } from '../project/load.ts';
import { surveyTasks } from '../workflow/survey.ts';
import { walkTasks } from '../workflow/taskNode.ts';
import { evaluatedTexts, placeOfPart } from './uses.ts';

const path = '/p/main.dig';

/** What the file has where each expression of its texts is placed; undefined where no place can be told. */
function placed(source: string): (string | undefined)[] {
  const config = loadFile(memoryFileSystem({ [path]: source }), path)?.config;
  if (!config) throw new Error('no config');
  const root = surveyTasks('', '+main', config, config.place);
  return [...evaluatedTexts([...walkTasks(root)])].flatMap((evaluated) =>
    evaluated.scan.parts
      .filter(({ kind }) => kind === 'expression')
      .map((part) => {
        const place = placeOfPart(evaluated, part, source);
        return place && `${place.start} ${source.slice(place.start, place.end)}`;
      }),
  );
}

/** Every expression at its own place. */
function written(source: string): string[] {
  return [...source.matchAll(/\$\{\w+\}/g)].map((match) => `${match.index} ${match[0]}`);
}

it.each([
  ['plain', '+a:\n  echo>: ${a} ${b} ${a}\n'],
  ['quoted', '+a:\n  echo>: "${a} ${b} ${a}"\n'],
  ['a block', '+a:\n  sh>: |\n    echo ${a}\n\n      echo ${b} ${a}\n    done\n'],
  ['a block with returns', '+a:\r\n  sh>: |\r\n    echo ${a}\r\n    echo ${b} ${a}\r\n'],
  ['a block with an indicator', '+a:\n  sh>: |2-\n      ${a}\n    ${a}\n'],
  ['a folded block', '+a:\n  sh>: >\n    ${a}\n    ${b}\n'],
])('an expression in %s is placed to the character', (_, source) => {
  expect(placed(source)).toEqual(written(source));
});

it('an expression that is written with escapes is not placed', () => {
  expect(placed('+a:\n  echo>: "\\x24{a} ${a}"\n')).toEqual([undefined, undefined]);
});

/** The texts that are evaluated, each with its task. */
function evaluated(source: string): string[] {
  const config = loadFile(memoryFileSystem({ [path]: source }), path)?.config;
  if (!config) throw new Error('no config');
  const root = surveyTasks('', '+main', config, config.place);
  return [...evaluatedTexts([...walkTasks(root)])].map(({ task, text }) => `${task.fullName} ${text}`);
}

it.each([
  ['_do', '^sub'],
  ['_check', '^check'],
  ['_error', '^error'],
])('what stands under %s is evaluated for the tasks in it', (key, name) => {
  const tasks = `    +b:\n      echo>: \${b}\n`;
  expect(evaluated(`+a:\n  for_each>: \${x}\n  ${key}:\n${tasks}  z: \${z}\n`)).toEqual([
    ...['+main+a ${x}', '+main+a ${z}', `+main+a${name}+b \${b}`],
  ]);
});

it('what stands under sla is evaluated for the tasks in it, at the top of a workflow', () => {
  const sla = 'sla:\n  time: 10:00\n  +late:\n    echo>: ${b}\n';
  expect(evaluated(`${sla}echo>: \${a}\n`)).toEqual(['+main ${a}', '+main^sla+late ${b}']);
  expect(evaluated(`+t:\n  ${sla.replaceAll('\n', '\n  ')}echo>: \${a}\n`)).toEqual(['+main+t ${b}', '+main+t ${a}']);
});

it('_do in a parameter stays as it is written, _check does not', () => {
  expect(evaluated('+a:\n  echo>: x\n  p: {_do: "${a}", _check: "${b}"}\n')).toEqual(['+main+a ${b}']);
});

it('what is no map under a key of tasks is not evaluated', () => {
  expect(evaluated('+a:\n  if>: ${a}\n  _do: ${b}\n  _check: ${c}\n  _error: ${d}\n')).toEqual(['+main+a ${a}']);
});

it('every place of a text of 20,000 lines is found', () => {
  const source = `+a:\n  sh>: |\n${Array.from({ length: 20_000 }, (_, n) => `    echo \${v${n}}\n`).join('')}`;
  expect(placed(source)).toEqual(written(source));
});
