import { describe, expect, it } from 'vitest';
import { Mask } from './mask.ts';
import { isPrivateAddress } from './privateAddress.ts';

describe('Mask', () => {
  const mask = new Mask(['s3 "r"', 'tok\n']);

  it('hides secrets as they are, in URLs and in JSON', () => {
    expect(mask.text('a s3 "r" b s3+%22r%22 c s3%20%22r%22 d "s3 \\"r\\"" e tok')).toBe(
      'a *** b *** c *** d "***" e ***',
    );
  });

  it('goes on to hide what another one hides', () => {
    expect(new Mask(['more'], mask).text('tok more')).toBe('*** ***');
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
    '168.63.129.16',
    '::ffff:0:127.0.0.1',
    '::127.0.0.1',
    '64:ff9b::127.0.0.1',
    '64:ff9b:1::1',
    '2001:0:7f00:1::',
    'fec0::1',
    '0:0:0:0:0:ffff:7f00:0001',
    'no address',
  ])('counts %s as no public address', (ip) => expect(isPrivateAddress(ip)).toBe(true));

  it.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8', '2001:4860::1'])(
    'lets %s pass',
    (ip) => expect(isPrivateAddress(ip)).toBe(false),
  );
});
