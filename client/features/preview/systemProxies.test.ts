import { describe, expect, it } from 'vitest';
import { type Ask, systemProxies } from './systemProxies.ts';

const mac = `<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
    1 : 169.254/16
  }
  ExcludeSimpleHostnames : 1
  HTTPEnable : 0
  HTTPPort : 3128
  HTTPProxy : old.example.com
  HTTPSEnable : 1
  HTTPSPort : 8443
  HTTPSProxy : proxy.example.com
}
`;

const windows = (server: string, enabled = '0x1') => `
HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings
    ProxyEnable    REG_DWORD    ${enabled}
    ProxyServer    REG_SZ    ${server}
    ProxyOverride    REG_SZ    *.inner.test;192.168.*;<local>

`;

/** Says `text`, and notes what was asked. */
function saying(text: string): { readonly asked: string[]; readonly ask: Ask } {
  const asked: string[] = [];
  const ask: Ask = async (program, args) => {
    asked.push([program, ...args].join(' '));
    return text;
  };
  return { asked, ask };
}

describe('the proxies of the system', () => {
  it('are those that are switched on in macOS', async () => {
    const { asked, ask } = saying(mac);
    expect(await systemProxies('darwin', {}, ask)).toEqual({
      proxies: [{ host: 'proxy.example.com', port: 8443, secure: false, schemes: ['https'] }],
      exempt: ['*.local', '169.254/16', '<local>'],
    });
    expect(asked).toEqual(['/usr/sbin/scutil --proxy']);
  });

  it('are one for all or one for each scheme in Windows', async () => {
    const all = await systemProxies('win32', {}, saying(windows('proxy:8080')).ask);
    expect(all).toEqual({
      proxies: [{ host: 'proxy', port: 8080, secure: false, schemes: ['http', 'https'] }],
      exempt: ['*.inner.test', '192.168.*', '<local>'],
    });
    const each = await systemProxies('win32', {}, saying(windows('http=a:1;https=b:2;ftp=c:3')).ask);
    expect(each.proxies.map(({ host, port, schemes }) => `${schemes} ${host}:${port}`)).toEqual([
      'http a:1',
      'https b:2',
    ]);
  });

  it('are none where they are switched off, the system does not answer, or has them in the environment', async () => {
    const none = { proxies: [], exempt: [] };
    expect(await systemProxies('win32', {}, saying(windows('proxy:8080', '0x0')).ask)).toEqual(none);
    expect(await systemProxies('darwin', {}, saying('').ask)).toEqual(none);
    const { asked, ask } = saying(mac);
    expect(await systemProxies('linux', {}, ask)).toEqual(none);
    expect(asked).toEqual([]);
  });
});
