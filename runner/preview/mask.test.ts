import { describe, expect, it } from 'vitest';
import { curlCommand } from './curl.ts';
import { Mask } from './mask.ts';
import { isPrivateAddress } from './privateAddress.ts';

describe('Mask', () => {
  const mask = new Mask(['s3 "r"', 'tok\n']);

  it('hides secrets as they are, in URLs and in JSON', () => {
    expect(mask.text('a s3 "r" b s3+%22r%22 c s3%20%22r%22 d "s3 \\"r\\"" e tok')).toBe(
      'a *** b *** c *** d "***" e ***',
    );
  });

  it('hides credentials that stand in a workflow, and says of what kind they are', () => {
    expect(mask.header(['Authorization', 'Bearer abc def'])).toEqual(['Authorization', 'Bearer ***']);
    expect(mask.header(['X-API-Key', 'abc'])).toEqual(['X-API-Key', '***']);
    expect(mask.header(['x-username', 'me'])).toEqual(['x-username', 'me']);
  });
});

describe('isPrivateAddress', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fe80::1%eth0',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::a00:1',
    '2002:7f00:1::1',
    '224.0.0.1',
  ])('counts %s as no public address', (ip) => expect(isPrivateAddress(ip)).toBe(true));

  it.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '::ffff:8.8.8.8'])('lets %s pass', (ip) =>
    expect(isPrivateAddress(ip)).toBe(false),
  );
});

describe('curlCommand', () => {
  it('quotes for a shell', () => {
    const request = {
      method: 'POST',
      url: 'http://h/x?a=1',
      headers: [['X', "it's $x"] as const],
      body: 'b',
      proxy: undefined,
    };
    expect(curlCommand(request, true)).toBe(
      "curl --request POST \\\n  'http://h/x?a=1' \\\n  --compressed \\\n  --header 'X: it'\\''s $x' \\\n  --data-binary b \\\n  --insecure",
    );
  });
});
