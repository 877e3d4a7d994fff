import { fields, flag, type Reader, text } from '../read.ts';

export interface ServerVersion {
  readonly version: string;
}

export const readServerVersion: Reader<ServerVersion> = (value, at) => ({
  version: fields(value, at)('version', text),
});

/** RestVersionCheckResult. */
export interface VersionCheck {
  readonly serverVersion: string;
  readonly upgradeRecommended: boolean;
  readonly apiCompatible: boolean;
}

export const readVersionCheck: Reader<VersionCheck> = (value, at) => {
  const field = fields(value, at);
  return {
    serverVersion: field('serverVersion', text),
    upgradeRecommended: field('upgradeRecommended', flag),
    apiCompatible: field('apiCompatible', flag),
  };
};
