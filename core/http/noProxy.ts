/**
 * Whether a host is among those that take no proxy, as `NO_PROXY` and VS Code's `http.noProxy` write them: `example.com` (and all below it),
 * `.example.com`, `*.example.com`, `host:8080`, `*`; and as Windows does: `192.168.*`, and `<local>` for names without a dot. Digdag itself knows no
 * such list.
 */
export function isExempt(exempt: readonly string[], host: string, port: number): boolean {
  const asked = host.toLowerCase();
  return exempt.some((written) => {
    const { name, port: only } = split(written.trim().toLowerCase());
    if (only !== undefined && Number(only) !== port) return false;
    if (name === '*') return true;
    if (name === '<local>') return !/[.:]/.test(asked);
    if (name.endsWith('*')) return asked.startsWith(name.slice(0, -1));
    const suffix = name.replace(/^\*?\./, '');
    return suffix !== '' && (asked === suffix || asked.endsWith(`.${suffix}`));
  });
}

/** An IPv6 address has colons of its own: only in brackets can a port follow it. */
function split(pattern: string): { readonly name: string; readonly port: string | undefined } {
  const [, bracketed, simple, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d+))?$/.exec(pattern) ?? [];
  return { name: bracketed ?? simple ?? pattern, port };
}
