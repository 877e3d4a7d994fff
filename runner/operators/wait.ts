import { setTimeout as sleep } from 'node:timers/promises';
import { parseDuration } from '../../core/value/duration.ts';
import { asLong, ConfigError, getBoolean, getOptionalText, getText } from '../../core/value/typed.ts';
import type { ConfigMap } from '../../core/value/value.ts';
import { orThrow } from './config.ts';
import { configError, type Operator, pollAgain } from './operator.ts';
import { workdirOf } from './workspace.ts';

const startKey = 'wait_start_time_millis';

/** wait>: ends some time after a duration, and meanwhile gives its thread back, unless `blocking`. */
export const operator: Operator = {
  retries: false,
  async run(context) {
    workdirOf(context);
    const { params, state, signal } = context;
    const duration = secondsOf(getText(params, '_command'));
    const blocking = orThrow(getBoolean(params, 'blocking', false));
    const interval = pollInterval(params);
    if (blocking && interval !== undefined) throw configError("poll_interval can't be specified with blocking:true");
    const now = Date.now();
    const start = Number(asLong(state.get(startKey) ?? null) ?? now);
    const end = start + duration * 1000;
    if (now > end) return {};
    const left = Math.max(Math.floor((end - now) / 1000), 1);
    if (blocking) {
      await sleep(left * 1000, undefined, { signal });
      return {};
    }
    throw pollAgain(interval ?? left, new Map(state).set(startKey, start));
  },
};

function pollInterval(params: ConfigMap): number | undefined {
  const text = getOptionalText(params, 'poll_interval');
  if (text instanceof ConfigError) throw invalid();
  return text === undefined ? undefined : secondsOf(text);
}

function secondsOf(text: string | ConfigError): number {
  const seconds = typeof text === 'string' ? parseDuration(text) : undefined;
  if (seconds === undefined) throw invalid();
  return seconds;
}

/** Whatever is wrong with a duration, also that there is none. */
function invalid(): Error {
  return configError('Invalid configuration');
}
