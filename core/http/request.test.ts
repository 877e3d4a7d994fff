import { describe, expect, it } from 'vitest';
import type { ConfigMap, Value } from '../value/value.ts';
import { environmentProxies } from './proxy.ts';
import { buildRequest, type HttpOperatorName, type HttpRequest } from './request.ts';
import { normalizeHeaders, wireRequest } from './wire.ts';

function build(
  params: Record<string, Value>,
  secrets: Record<string, string> = {},
  operator: HttpOperatorName = 'http',
) {
  const config: ConfigMap = new Map(Object.entries({ _command: 'http://h/x', ...params }));
  return buildRequest(operator, config, { get: (key) => secrets[key] }, environmentProxies({ http_proxy: ' ' }));
}

function request(params: Record<string, Value>, secrets?: Record<string, string>): HttpRequest {
  const built = build(params, secrets);
  if (!built.ok) throw built.error;
  return built.value;
}

/** The request line and the headers behind `User-Agent`, then the body. */
function sent(params: Record<string, Value>, secrets?: Record<string, string>): string[] {
  const { address, ...rest } = request(params, secrets);
  if (!address) throw new Error('no address');
  const addressed = { ...rest, address };
  const { method, target, headers, body } = wireRequest(addressed, normalizeHeaders(addressed, undefined));
  const lines = headers.slice(2).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${target}`, ...lines, ...(body ? [new TextDecoder().decode(body)] : [])];
}

function message(params: Record<string, Value>, secrets?: Record<string, string>): string {
  const built = build(params, secrets);
  return built.ok ? 'accepted' : built.error.message;
}

const map = (entries: Record<string, Value>): ConfigMap => new Map(Object.entries(entries));

describe('buildRequest', () => {
  it('fails as Java does over a timeout that is a text without a number', () => {
    for (const timeout of ['null', '', ' '])
      expect(message({ timeout })).toMatch(/^Cannot invoke "java\.lang\.Long\.longValue\(\)" .* \(null pointer\)$/);
    expect(request({ timeout: null }).timeoutSeconds).toBe(30);
    expect(request({ timeout: ' 2 ' }).timeoutSeconds).toBe(2);
  });

  it('writes maps as JSON, plain values as text with the odd type, and forms', () => {
    expect(sent({ method: 'post', content: map({ a: 1, b: null }) })).toEqual([
      'POST /x',
      'Host: h',
      'Content-Type: application/json',
      'Content-Length: 16',
      '{"a":1,"b":null}',
    ]);
    expect(sent({ content: 'é' }).slice(2)).toEqual(['Content-Type: plain/text', 'Content-Length: 2', 'é']);
    const form = map({ a: 'x y', A: '&', n: 1 });
    expect(sent({ content: form, content_format: 'FORM' }).at(-1)).toBe('a=x+y&a=%26&n=1');
    expect(message({ content: 'x', content_format: 'form' })).toBe(
      "Invalid content format for strings: 'form' (config)",
    );
  });

  it('keeps headers in order, drops empty values and exact repetitions, and makes line ends harmless', () => {
    const headers = [map({ 'X-A': '1' }), map({ 'x-a': '2\r\nevil: 1' }), map({ 'X-A': '1' }), map({ empty: '' })];
    expect(sent({ headers }).slice(1)).toEqual(['X-A: 1', 'x-a: 2  evil: 1', 'Host: h']);
    expect(message({ headers: [map({ a: 1, b: 2 })] })).toBe('Invalid header: {"a":1,"b":2} (config)');
    expect(message({ headers: 'x' })).toBe(`Expected array type for key 'headers' but got "x" (string) (config)`);
  });

  it("appends the query to the URL's own, from maps, JSON and text", () => {
    const target = (query: Value, url = 'http://h/x?z=%20'): string => sent({ _command: url, query })[0] ?? '';
    expect(target(map({ a: 'x y', b: '1+1' }))).toBe('GET /x?z=%20&a=x+y&b=1%2B1');
    expect(target('{"a": 1}')).toBe('GET /x?z=%20&a=1');
    expect(target('a=x%20y; b&c="&"', 'http://h/x')).toBe('GET /x?a=x+y&b=&c=%26');
    expect(message({ query: map({ a: null }) })).toMatch(/^Expected .*String.* for key 'query' but got \{"a":null\}/);
  });

  it('cannot be sent without a host, or where the first parameter spoils the URL', () => {
    expect(request({ _command: 'hello' }).address).toBeUndefined();
    expect(request({ query: map({ 'a b': 1 }) }).address).toBeUndefined();
    expect(message({ _command: 'not a url' })).toBe(
      'Illegal character in path at index 3: not a url (illegal argument)',
    );
  });

  it('takes secrets for addresses, headers and authentication, and remembers their values', () => {
    const headers = [map({ 'x-key': `k ${'${secret:tok}'}` })];
    const built = request(
      { headers },
      { tok: 's3', 'http.user': 'al', 'http.password': 'pw', 'http.uri': 'http://g/y' },
    );
    expect(built.address?.host).toBe('g');
    expect(built.secretUrl).toBe(true);
    expect(built.secretValues).toEqual(expect.arrayContaining(['s3', 'al', 'pw', 'http://g/y', btoa('al:pw')]));
    expect(sent({ headers }, { tok: 's3', 'http.user': 'al' })).toContain(`Authorization: Basic ${btoa('al:')}`);
    expect(message({ headers })).toBe("Secret not found for key: 'tok' (secret not found)");
    expect(message({ content: `${'${foo:x}'}` })).toBe("Invalid parametrization: '${foo:x}' (config)");
  });

  it('takes defaults from the map named http, and its proxy', () => {
    const http = map({ method: 'PUT', timeout: 5, proxy: map({ enabled: 'true', host: 'p', port: '3128' }) });
    const built = request({ http });
    expect([built.method, built.timeoutSeconds, built.retry]).toEqual(['PUT', 5, false]);
    expect(built.proxies).toEqual([{ host: 'p', port: 3128, secure: false, schemes: ['http', 'https'] }]);
    expect(sent({ http })[0]).toBe('PUT http://h/x');
  });

  it('does not know http.uri in http_call>', () => {
    const built = build({}, { 'http.uri': 'http://g/y' }, 'http_call');
    expect(built.ok && built.value.address?.host).toBe('h');
  });
});
