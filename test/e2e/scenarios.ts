import type { Scenario } from './scenario.ts';
import { askedPreview } from './scenarios/askedPreview.ts';
import { checkProject } from './scenarios/checkProject.ts';
import { colours } from './scenarios/colours.ts';
import { completion } from './scenarios/completion.ts';
import { diagnostics } from './scenarios/diagnostics.ts';
import { digdagEngine } from './scenarios/digdagEngine.ts';
import { failingRun } from './scenarios/failingRun.ts';
import { preview } from './scenarios/preview.ts';
import { refactoring } from './scenarios/refactoring.ts';
import { refusedPreview } from './scenarios/refusedPreview.ts';
import { resolved } from './scenarios/resolved.ts';
import { run } from './scenarios/run.ts';
import { runOptions } from './scenarios/runOptions.ts';
import { runsView } from './scenarios/runsView.ts';
import { schedule } from './scenarios/schedule.ts';
import { session } from './scenarios/session.ts';
import { stop } from './scenarios/stop.ts';
import { untrusted } from './scenarios/untrusted.ts';

export const scenarios: readonly Scenario[] = [
  diagnostics,
  completion,
  refactoring,
  colours,
  checkProject,
  run,
  failingRun,
  runsView,
  runOptions,
  digdagEngine,
  stop,
  preview,
  refusedPreview,
  askedPreview,
  session,
  schedule,
  resolved,
  untrusted,
];
