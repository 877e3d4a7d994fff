import { expect, it } from 'vitest';
import { said } from '../../test/support/rules.ts';
import { missingFile } from './missing-file.ts';
import { missingOption } from './missing-option.ts';
import { operatorDeclaration } from './operator-declaration.ts';
import { optionValue } from './option-value.ts';
import { unknownOperator } from './unknown-operator.ts';
import { unknownOption } from './unknown-option.ts';

const slack = JSON.stringify({
  name: 'slack',
  summary: 'Posts.',
  command: { type: ['file'], meaning: 'Template.', required: true },
  parameters: [{ name: 'color', type: ['string'], meaning: 'Colour.', enum: ['good', 'danger'], enumChecked: true }],
  files: [{ kind: 'template', value: 'command', resolve: 'workdir', mustExist: true, template: true }],
});
const declared = (workflow: string) => ({ 'main.dig': workflow, '.digkit/operators/slack.json': slack });

it('operators of the project are known, and their options checked as those of Digdag', () => {
  const use = '+a:\n  slack>: t.yml\n  color: red\n';
  expect(said(unknownOperator, use)).toHaveLength(1);
  expect(said(unknownOperator, declared(use))).toEqual([]);
  expect(said(optionValue, declared(use))).toMatchObject([{ at: 'red' }]);
  expect(said(missingFile, declared(use))).toMatchObject([{ at: 't.yml' }]);
  expect(said(missingOption, declared('+a:\n  slack>:\n'))).toHaveLength(1);
  expect(said(unknownOption, declared('+a:\n  slack>: t.yml\n  colour: good\n'))).toMatchObject([{ at: 'colour' }]);
  expect(said(unknownOperator, declared('+a:\n  slcak>: t.yml\n'))[0]?.message).toContain('slack>');
});

it('a broken file is told, and leaves the rest as it is', () => {
  const files = {
    ...declared('+a:\n  slack>: t.yml\n'),
    '.digkit/operators/a.json': '{',
    '.digkit/operators/b.txt': '{',
  };
  expect(said(operatorDeclaration, files)).toMatchObject([{ message: expect.stringContaining('no JSON') }]);
  expect(said(unknownOperator, files)).toEqual([]);
});

it('what Digdag has itself, and what is declared twice, is told', () => {
  const files = {
    'main.dig': '+a:\n  echo>: x\n',
    '.digkit/operators/a.json': '[{"name": "echo", "summary": ""}, {"name": "x", "summary": ""}]',
    '.digkit/operators/b.json': '{"name": "x", "summary": ""}',
  };
  expect(said(operatorDeclaration, files).map(({ message }) => message)).toEqual([
    'Digdag has echo> itself, and its own operator wins.',
    'x> is declared in a.json already.',
  ]);
  expect(said(unknownOperator, files)).toEqual([]);
});
