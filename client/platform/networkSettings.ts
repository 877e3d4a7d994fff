import { type Uri, workspace } from 'vscode';
import { networkSettingKey } from './networkSettingKey.ts';

/** How this machine reaches the network: what VS Code's own settings and Digkit's say, and what the environment holds. */
export interface NetworkSettings {
  readonly proxy: string;
  readonly noProxy: readonly string[];
  readonly authorization: string | undefined;
  /** Whether the certificate of a proxy is checked. */
  readonly strict: boolean;
  /** `off`: VS Code's proxy does not count for extensions. */
  readonly support: string;
  /** Whether the certificates that the machine trusts count. */
  readonly systemCertificates: boolean;
  /** PEM files of more certificates. */
  readonly certificateFiles: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function networkSettings(uri: Uri): NetworkSettings {
  const http = workspace.getConfiguration('http', uri);
  const text = (key: string): string => asText(http.get(key)) ?? '';
  const files = texts(workspace.getConfiguration('digkit', uri).get(networkSettingKey));
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  return {
    proxy: text('proxy'),
    noProxy: texts(http.get('noProxy')),
    authorization: asText(http.get('proxyAuthorization')),
    strict: http.get('proxyStrictSSL') !== false,
    support: text('proxySupport'),
    systemCertificates: http.get('systemCertificates') !== false,
    certificateFiles: [...(extra ? [extra] : []), ...files],
    env: process.env,
  };
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
