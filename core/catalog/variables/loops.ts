import type { Variable } from '../types.ts';

export const loopsVariables: readonly Variable[] = [
  {
    name: 'i', // LoopOperatorFactory.java:66
    type: ['integer'],
    meaning: 'Number of the run, from 0.',
    available: 'in _do',
    operators: ['loop'],
    example: 0,
    uses: 21,
  },
  {
    name: '<variable of for_each>', // ForEachOperatorFactory.java:81
    type: ['any'],
    meaning: 'Value of this run; the name is a key of for_each>.',
    available: 'in _do',
    operators: ['for_each'],
  },
  {
    name: 'range.from', // ForRangeOperatorFactory.java:87
    type: ['integer'],
    meaning: 'Start of the slice.',
    available: 'in _do',
    operators: ['for_range'],
  },
  {
    name: 'range.to', // ForRangeOperatorFactory.java:88
    type: ['integer'],
    meaning: 'End of the slice, not included.',
    available: 'in _do',
    operators: ['for_range'],
  },
  {
    name: 'range.index', // ForRangeOperatorFactory.java:89
    type: ['integer'],
    meaning: 'Number of the slice, from 0.',
    available: 'in _do',
    operators: ['for_range'],
    uses: 2,
  },
  {
    name: 'td.each.<column>', // TdForEachOperatorFactory.java:106
    type: ['any'],
    meaning: 'Column of the row.',
    available: 'in _do',
    operators: ['td_for_each'],
  },
];
