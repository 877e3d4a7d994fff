import { cronScheduler } from './schedulers/cron.ts';
import { dailyScheduler } from './schedulers/daily.ts';
import { hourlyScheduler } from './schedulers/hourly.ts';
import { minutesIntervalScheduler } from './schedulers/minutes_interval.ts';
import { monthlyScheduler } from './schedulers/monthly.ts';
import { secondsIntervalScheduler } from './schedulers/seconds_interval.ts';
import { weeklyScheduler } from './schedulers/weekly.ts';
import type { Parameter, Scheduler } from './types.ts';

export const schedulers: readonly Scheduler[] = [
  hourlyScheduler,
  dailyScheduler,
  weeklyScheduler,
  monthlyScheduler,
  minutesIntervalScheduler,
  secondsIntervalScheduler,
  cronScheduler,
];

/** The keys of `schedule:` beside the scheduler. */
export const scheduleOptions: readonly Parameter[] = [
  {
    name: 'skip_on_overtime', // ScheduleExecutor.java:232
    type: ['boolean'],
    meaning: 'Skips a session while an earlier one of the same workflow is still running.',
    default: false,
    since: '0.9.0',
  },
  {
    name: 'skip_delayed_by', // ScheduleExecutor.java:233
    type: ['duration'],
    meaning: 'Skips a session that would start later than this after its time.',
    format: 'such as 3m or 1h 30m',
  },
  {
    name: 'start', // CronSchedulerFactory.java:32
    type: ['date'],
    meaning: 'First day on which the schedule runs.',
    format: 'YYYY-MM-DD',
    since: '0.10.5',
    notes: ['Counts by the run time, not the session time.', 'No effect with seconds_interval>.'],
  },
  {
    name: 'end', // CronSchedulerFactory.java:33
    type: ['date'],
    meaning: 'Last day on which the schedule runs.',
    format: 'YYYY-MM-DD',
    since: '0.10.5',
    notes: ['No effect with seconds_interval>.'],
  },
  {
    name: '_type', // SchedulerManager.java:100
    type: ['string'],
    meaning: 'Name of the scheduler, as the long form of NAME>.',
    undocumented: true,
    notes: ['The time would stand in _command or at, which push refuses as unknown keys; use NAME>: instead.'],
  },
  {
    name: '_command', // SchedulerManager.java:114
    type: ['any'],
    meaning: 'Time for _type.',
    undocumented: true,
    notes: ['push refuses it as an unknown key.'],
  },
];
