import { describe, expect, it } from 'vitest';
import type { Answer, Exchange } from './answer.ts';
import { definitionText } from './definition.ts';
import type { Header } from './request.ts';
import { buildRequest, type HttpRequest } from './request.ts';
import { judge, retryWait } from './verdict.ts';

function answer(status: number, body: string, headers: readonly Header[] = []): Answer {
  return { status, reason: 'R', headers, body: new TextEncoder().encode(body) };
}

function request(params: Record<string, string> = {}): HttpRequest {
  const config = new Map(Object.entries({ _command: 'http://h/x?a=%20', ...params }));
  const built = buildRequest('http', config, { get: () => undefined }, []);
  if (!built.ok) throw built.error;
  return built.value;
}

function verdict(exchange: Exchange, params?: Record<string, string>): string {
  const judged = judge(request(params), exchange);
  if (judged.kind === 'accepted') return 'accepted';
  return judged.kind === 'retried' ? `retried: ${judged.cause}` : `failed: ${judged.error.message}`;
}

const answered = (status: number, body = '', headers?: Header[]): Exchange => ({
  kind: 'answered',
  answer: answer(status, body, headers),
});

describe('judge', () => {
  it('accepts 2xx and 3xx, fails 4xx, retries 5xx where the method may be repeated', () => {
    expect(verdict(answered(204))).toBe('accepted');
    expect(verdict(answered(304))).toBe('accepted');
    expect(verdict(answered(404, 'no'))).toBe(
      'failed: HTTP 4XX Client Error: GET http://h/x?a=%2520 - 404 Not Found: no',
    );
    expect(verdict(answered(503, 'x'))).toMatch(
      /^retried: HTTP 5XX Server Error: GET .* - 503 Service Unavailable: x$/,
    );
    expect(verdict(answered(500, 'x'), { method: 'POST' })).toMatch(/^failed: HTTP 5XX/);
    expect(verdict(answered(429), { retry: 'false' })).toMatch(/^retried: Failed HTTP request/);
    expect(verdict(answered(799), { retry: 'false' })).toMatch(/^failed: Unexpected HTTP status: .* - 799 799/);
  });

  it('quotes 200 characters of a body, none where its length promises too much, and retries what it cannot decode', () => {
    expect(verdict(answered(400, 'y'.repeat(201)))).toContain(`: ${'y'.repeat(197)}...`);
    expect(verdict(answered(400, '', [['content-length', '65537']]))).toContain(': (too long response body)');
    expect(verdict(answered(400, 'x', [['Content-Type', 'a/b; charset=nope']]))).toBe('retried: nope');
  });

  it('names failures as Java does', () => {
    const refused: Exchange = { kind: 'failed', failure: { kind: 'refused', detail: '' } };
    expect(verdict(refused, { retry: 'false' })).toBe(
      'failed: java.net.ConnectException: Connection refused (runtime)',
    );
    expect(verdict(refused)).toBe('retried: java.net.ConnectException: Connection refused');
    const unfollowed: Exchange = { kind: 'bodiless', answer: answer(302, 'body') };
    expect(verdict(unfollowed, { retry: 'false' })).toMatch(/ - 302 Found$/);
  });

  it('waits 1, 2, 4, 8, 16, then 30 seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(retryWait)).toEqual([1, 2, 4, 8, 16, 30, 30]);
  });
});

describe('definitionText', () => {
  function definition(type: string | undefined, body: string, contentTypeOverride?: string): string {
    const headers: Header[] = type === undefined ? [] : [['Content-Type', type]];
    const read = definitionText({ contentTypeOverride }, answer(200, body, headers));
    return read.ok ? read.value : `! ${read.error.message}`;
  }

  it('takes YAML as it is and writes JSON as YAML', () => {
    expect(definition('application/x-yaml; charset=utf-8', '+c:\n')).toBe('+c:\n');
    expect(definition('Application/JSON', '{"+c": [{"echo>": "é: \\t"}], "n": 1.0, "m": {}} rest')).toBe(
      '+c:\n- echo>: "é: \\t"\nn: 1.0\nm: {}\n',
    );
  });

  it('refuses other types, lists, broken JSON and long texts in Digdag words', () => {
    const unsupported = '! Unsupported Content-Type (expected application/json or application/x-yaml): ';
    expect(definition('text/yaml', '+c:\n')).toBe(`${unsupported}text/yaml`);
    expect(definition('text/yaml', '+c:\n', 'application/x-yaml')).toBe('+c:\n');
    expect(definition('application/x-yaml', '', 'text/plain')).toBe(`${unsupported}application/x-yaml`);
    expect(definition(undefined, '')).toBe('! Content-Type must be set in the HTTP response but not set');
    expect(definition('garbage', '')).toBe(
      '! RESTEASY003340: Failure parsing MediaType string: garbage (illegal argument)',
    );
    expect(definition('application/json', '[1]')).toMatch(
      /^! class com\.fasterxml.*ArrayNode cannot be cast.*\(class cast\)$/,
    );
    expect(definition('application/json', '')).toBe('null\n');
    expect(definition('application/json', '{"a" 1}')).toBe(
      "! Failed to parse response as JSON: com.fasterxml.jackson.core.JsonParseException: Unexpected character ('1' (code 49)): " +
        'was expecting a colon to separate field name and value\n at [Source: (String)"{"a" 1}"; line: 1, column: 7] (runtime)',
    );
    expect(definition('application/x-yaml', 'x'.repeat(65_537))).toBe('! Response content too large: 65537 > 65536');
    expect(definition('application/json; charset="utf-8"', '{}')).toBe('! "utf-8" (unsupported charset)');
    expect(definition('application/json; charset=', '{}')).toBe('! java.nio.charset.UnsupportedCharsetException: ');
  });
});
