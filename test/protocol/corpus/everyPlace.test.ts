import { describe, expect, it } from 'vitest';
import { Random } from '../../support/random.ts';
import { Invariants } from './invariants.ts';
import { OpenWorkflow, realWorkflows } from './recordings.ts';

/** `DIGKIT_CORPUS_EVERY=1` asks about all of the four hundred workflows, `DIGKIT_CORPUS_PLACES` about more places of each. */
const every = Number(process.env.DIGKIT_CORPUS_EVERY ?? 16);
const placesOfEach = Number(process.env.DIGKIT_CORPUS_PLACES ?? 12);
const workflows = realWorkflows(every);

describe.skipIf(workflows.length === 0)('at places all over real workflows (../shared/conformance/third-party)', () => {
  it.each(workflows.map((recording) => [recording.id, recording] as const))(
    '%s: what is told holds together',
    async (_, recording) => {
      const file = await new OpenWorkflow(recording).open();
      const random = new Random(recording.text.length);
      const invariants = new Invariants(file, random);
      for (let count = placesOfEach; count > 0; count--) await invariants.at(random.below(recording.text.length + 1));
      expect(invariants.broken).toEqual([]);
      expect(await file.close()).toEqual([]);
    },
  );
});

it.runIf(workflows.length === 0)('is skipped where there are no real workflows', (context) => context.skip());
