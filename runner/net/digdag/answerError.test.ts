import { describe, expect, it } from 'vitest';
import { errorOf } from './answerError.ts';

function answered(status: number, body: string, headers: Record<string, string> = {}) {
  return errorOf({ status, headers, body: Buffer.from(body) });
}

describe('errorOf', () => {
  it("takes Digdag's message", () => {
    expect(answered(404, '{"message":"Resource does not exist: project id=9","status":404}')).toMatchObject({
      status: 404,
      message: 'Resource does not exist: project id=9',
      words: 'Resource does not exist: project id=9',
    });
  });

  it('says the status where there is no message', () => {
    expect(answered(404, '')).toMatchObject({ message: 'HTTP 404', words: undefined, page: undefined });
    expect(answered(409, '{"id":"1"}').words).toBeUndefined();
  });

  it('shortens pages to what a person can read, and to the exception where one is told', () => {
    const nginx =
      '<html><head><title>502</title></head><body><h1>502 Bad&nbsp;Gateway</h1><script>x<y</script></body></html>';
    expect(answered(502, nginx).message).toBe('HTTP 502: 502 Bad Gateway');
    const undertow =
      '<b>Context Path:</b>/rs<b>Stack Trace: </b>a.B: c &lt;d&gt;\n at e.F$1.g(H.java:1) at i.J.k(L.java:2)';
    expect(answered(500, undertow).page).toBe('a.B: c <d>');
    expect(answered(500, '<p>'.repeat(50_000) + 'x'.repeat(9999)).message.length).toBeLessThan(300);
  });

  it('reads the wait that a server asks for', () => {
    expect(answered(429, '', { 'retry-after': '7' }).retryAfter).toBe(7);
    expect(answered(429, '', { 'retry-after': 'Tue, 24 Nov 2026 04:00:00 GMT' }).retryAfter).toBeUndefined();
  });
});
