import { parentPort } from 'node:worker_threads';
import { Editor } from './editor.ts';
import { type Input, Inputs } from './inputs.ts';
import { fault, incrementalFault } from './target.ts';

/** What a thread is to check. */
export interface Work {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** Two numbers that the thread that waits can see: the input that is checked now, and how long the slowest one took. */
  readonly seen: Int32Array<SharedArrayBuffer>;
}

export interface Failure {
  readonly index: number;
  readonly wrong: string;
}

/** Milliseconds of processor time for all checks of one input: anything worse than linear in the text takes longer. */
export const slowest = 500;
/** The same for all the answers of an editor, in which the sandbox stops endless code only after 700 ms. */
const slowestAnswers = 5000;

/** Of so many inputs one is checked as a change of a text that was checked before. */
const changed = 16;
/** Of so many inputs one is opened in an editor, and every request is asked about it. */
const opened = 250;

/** Checks inputs one by one, and tells the thread that waits of each that fails. */
export async function work({ seed, from, to, seen }: Work): Promise<void> {
  const inputs = new Inputs(seed);
  const editor = new Editor();
  for (let index = from; index < to; index++) {
    const input = inputs.at(index);
    Atomics.store(seen, 0, index);
    const tell = (wrong: string) => parentPort?.postMessage({ index, wrong } satisfies Failure);
    try {
      const checks = timer();
      const wrong =
        fault(input.text) ?? (index % changed === 0 ? incrementalFault(input.before, input.text) : undefined);
      const took = checks();
      if (wrong !== undefined) tell(wrong);
      else if (took > slowest) tell(`the checks took ${took} ms`);
      // the first inputs pay for what is compiled when it is first called
      if (index > from + 100) Atomics.store(seen, 1, Math.max(Atomics.load(seen, 1), took));
      if (index % opened === 0) await askEditor(editor, input, tell);
    } catch (error) {
      tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  await editor.dispose();
}

async function askEditor(editor: Editor, { text, random }: Input, tell: (wrong: string) => void): Promise<void> {
  const answers = timer();
  const wrong = await editor.fault(text, random);
  const took = answers();
  if (wrong !== undefined) tell(wrong);
  else if (took > slowestAnswers) tell(`the answers took ${took} ms`);
}

/** Tells how many milliseconds of processor time have gone since it was made: on a busy machine time alone says nothing. */
function timer(): () => number {
  const began = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(began);
    return Math.round((user + system) / 1000);
  };
}
