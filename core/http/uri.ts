/**
 * A parsed URI reference as `java.net.URI` sees it: raw (still escaped) parts, `undefined` where a part is absent.
 * A registry-based authority such as `a_b` or `1.2.3` has no host: Digdag cannot send to it.
 */
export interface Uri {
  readonly scheme?: string;
  /** `mailto:x`, `http:x`: neither authority nor path. */
  readonly opaque: boolean;
  readonly authority?: string;
  readonly userInfo?: string;
  /** An IPv6 address keeps its brackets. */
  readonly host?: string;
  /** -1 where none is written. */
  readonly port: number;
  readonly path: string;
  readonly query?: string;
  readonly fragment?: string;
}

/** `URI.resolve(base, child)`: a redirect's Location against the address that was asked. */
export function resolveUri(base: Uri, child: Uri): Uri {
  if (child.opaque || base.opaque || child.scheme !== undefined) return child;
  if (isLoneFragment(child)) return { ...base, fragment: child.fragment };
  const { query, fragment } = child;
  if (child.authority !== undefined) return { ...child, scheme: base.scheme };
  const path = child.path.startsWith('/') ? normalizePath(child.path) : resolvePath(base.path, child.path);
  return { ...base, path, query, fragment };
}

function isLoneFragment(uri: Uri): boolean {
  return uri.authority === undefined && uri.path === '' && uri.query === undefined && uri.fragment !== undefined;
}

function resolvePath(base: string, child: string): string {
  return normalizePath(base.slice(0, base.lastIndexOf('/') + 1) + child);
}

/** `URI.normalize` of a path: drops `.`, `x/..` and doubled slashes; leading `..` stay. */
function normalizePath(path: string): string {
  if (!/(^|\/)\.{0,2}(\/|$)/.test(path.slice(1)) && !path.startsWith('./') && path !== '.') return path;
  const absolute = path.startsWith('/');
  const segments = path.split('/').filter((segment) => segment !== '');
  const kept: string[] = [];
  for (const segment of segments) {
    if (segment === '.') continue;
    const last = kept.at(-1);
    if (segment === '..' && last !== undefined && last !== '..') kept.pop();
    else kept.push(segment);
  }
  const lastSegment = path.slice(path.lastIndexOf('/') + 1);
  const directory = lastSegment === '' || lastSegment === '.' || (lastSegment === '..' && kept.at(-1) !== '..');
  const joined = kept.join('/');
  if (joined === '') return absolute ? '/' : '';
  return (absolute ? '/' : '') + joined + (directory ? '/' : '');
}
