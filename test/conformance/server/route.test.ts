import { describe, expect, it } from 'vitest';
import { typedCall } from './route.ts';
import { attemptRoutes } from './routes/attempts.ts';
import { projectRoutes } from './routes/projects.ts';

const routes = [...projectRoutes, ...attemptRoutes];
const json = [['content-type', 'application/json']] as const;

function whole(method: string, path: string, body: string | null = null, headers: typeof json | [] = []) {
  return typedCall(routes, { method, path, headers, body })?.isWhole;
}

describe('typedCall', () => {
  it('is whole where the client can say all that was recorded', () => {
    expect(whole('GET', '/api/projects?count=2&name_pattern=a')).toBe(true);
    expect(whole('GET', '/api/projects/abc')).toBe(true);
    expect(whole('PUT', '/api/attempts', '{"workflowId":"1","sessionTime":"t","params":{}}', json)).toBe(true);
  });

  it('is not where something is missing, unknown or of another type', () => {
    expect(whole('GET', '/api/projects?count=abc')).toBe(false);
    expect(whole('GET', '/api/projects?unknown=1')).toBe(false);
    expect(whole('GET', '/api/projects/')).toBe(false);
    expect(whole('PUT', '/api/attempts', '{"workflowId":"1","params":{}}', json)).toBe(false);
    expect(whole('PUT', '/api/attempts', '{', json)).toBe(false);
    expect(whole('POST', '/api/attempts/1/kill')).toBe(false);
    expect(whole('POST', '/api/attempts/1/kill', '{}', json)).toBe(true);
  });

  it('does not know other paths', () => {
    expect(whole('POST', '/api/projects')).toBeUndefined();
    expect(whole('GET', '/api/projects//secrets')).toBeUndefined();
  });
});
