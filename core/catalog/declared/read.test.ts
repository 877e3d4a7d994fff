import { describe, expect, it } from 'vitest';
import { render } from '../../text/text.ts';
import { builtInCatalog } from '../catalog.ts';
import { readDeclarations } from './read.ts';

const slack = {
  name: 'slack',
  summary: 'Posts.',
  parameters: [{ name: 'color', type: ['string'], meaning: 'Colour.' }],
};

function read(source: string) {
  const { operators, problems } = readDeclarations(source);
  return {
    names: operators.map(({ operator }) => operator.name),
    said: problems.map(({ start, end, message }) => [source.slice(start, end), render(message)]),
    operators: operators.map(({ operator }) => operator),
  };
}

describe('readDeclarations', () => {
  it('takes one record or a list, and fills in what is left out', () => {
    expect(read(JSON.stringify(slack))).toMatchObject({ names: ['slack'], said: [] });
    const { operators, said } = read(JSON.stringify([slack, { name: 'b', summary: 's', honoursRetry: false }]));
    expect(said).toEqual([]);
    expect(operators[1]).toMatchObject({ command: { type: ['any'] }, parameters: [], unknownKeys: 'ignored' });
  });

  it('takes every record of the catalogue itself: the schema is theirs', () => {
    const { names, said } = read(JSON.stringify(builtInCatalog.operators()));
    expect(said).toEqual([]);
    expect(names).toHaveLength(40);
  });

  it('says where a record is otherwise, and keeps the others and the name', () => {
    const broken =
      '[{"name": "a", "summary": 5}, {"name": "b>", "summary": ""}, {"name": "c", "summary": "", "notse": []}]';
    const { names, said, operators } = read(broken);
    expect(names).toEqual(['a', 'c']);
    expect(operators[0]?.summary).toBe('');
    expect(said).toEqual([
      ['5', 'Expected string here.'],
      ['"b>"', 'b> is no name of an operator: write it without its >.'],
      ['"notse"', 'notse is no key of this record; did you mean notes?'],
    ]);
    expect(read('{"name": "a", "summary": "", "parameters": [{"name": "x", "type": ["text"]}]}').said).toEqual(
      [
        ['{', 'meaning is missing.'],
        ['"text"', expect.stringContaining('text is none of any, boolean')],
      ].reverse(),
    );
  });

  it.each([
    '',
    '{',
    '{"name": }',
    '[1, 2,]',
    '"x"',
    'null',
    '{"__proto__": {}}',
    '\uFEFF{"name": "a", "summary": ""}',
    '[[[[',
  ])('answers %j', (source) => {
    const { said } = read(source);
    expect(said.length > 0).toBe(!source.startsWith('\uFEFF'));
  });
});
