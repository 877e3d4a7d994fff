import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../core/value/parseJson.ts';
import { readAttempt } from './answers/attempt.ts';
import { readTask } from './answers/task.ts';
import { inField, listOf } from './read.ts';

const attempt = {
  status: 'running',
  id: '3',
  index: 1,
  project: { id: '1', name: 'demo' },
  workflow: { name: 'main', id: null },
  sessionId: '1',
  sessionUuid: 'u',
  sessionTime: '2026-01-02T00:00:00+09:00',
  done: false,
  success: false,
  cancelRequested: false,
  params: {},
  createdAt: '2026-01-02T00:00:00Z',
};

function read(value: unknown) {
  return inField('attempts', listOf(readAttempt))(parseJson(JSON.stringify({ attempts: [value] })), '');
}

describe('readers of answers', () => {
  it('say which field is wrong, and not what it holds', () => {
    expect(() => read({ ...attempt, project: { id: '1', name: ['secret'] } })).toThrow(
      'attempts[0].project.name should be a text, but is a list',
    );
    expect(() => read({ ...attempt, done: undefined })).toThrow(
      'attempts[0].done should be true or false, but is absent',
    );
    expect(() => read([])).toThrow('attempts[0] should be an object, but is a list');
  });

  it('keep states that this client does not know, and take what may be absent as null', () => {
    expect(read({ ...attempt, status: 'paused' })).toMatchObject([
      { status: 'paused', finishedAt: null, retryAttemptName: null, workflow: { id: null } },
    ]);
  });

  it('give every id as a text', () => {
    expect(read({ ...attempt, id: 9_007_199_254_740_991 })).toMatchObject([{ id: '9007199254740991' }]);
    const json =
      '{"id":90071992547409931,"fullName":"+a","config":{},"upstreams":[1,"2"],"state":"x","cancelRequested":false,';
    const rest =
      '"exportParams":{"a":1.0},"storeParams":{},"stateParams":{},"updatedAt":"t","error":{},"isGroup":false}';
    expect(readTask(parseJson(json + rest), '')).toMatchObject({ id: '90071992547409931', upstreams: ['1', '2'] });
  });
});
