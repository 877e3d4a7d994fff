import type { Scenario } from './scenario.ts';
import { diagnostics } from './scenarios/diagnostics.ts';
import { failingRun } from './scenarios/failingRun.ts';
import { preview } from './scenarios/preview.ts';
import { refusedPreview } from './scenarios/refusedPreview.ts';
import { run } from './scenarios/run.ts';
import { untrusted } from './scenarios/untrusted.ts';

export const scenarios: readonly Scenario[] = [diagnostics, run, failingRun, preview, refusedPreview, untrusted];
