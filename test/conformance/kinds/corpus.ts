import { memoryFileSystem } from '../../support/memoryFileSystem.ts';
import { failed, type Kind, type Outcome, passed } from '../kind.ts';
import { placeRight, verdictOf } from './check.ts';

interface Case {
  main: string;
  text: string;
  includes?: Record<string, string>;
  ok: boolean;
  stage?: string;
  line?: number;
  tasks?: number;
  taskNames?: string[];
}

/** corpus.jsonl: real files, each at the top of its own project. */
export function corpus(): Kind {
  return {
    run(line): Outcome {
      const recorded = JSON.parse(line) as Case;
      const files = { ...recorded.includes, [recorded.main]: recorded.text };
      const placed = Object.entries(files).map(([path, text]) => [`/project/${path}`, text]);
      const fs = memoryFileSystem(Object.fromEntries(placed));
      const verdict = verdictOf(fs, recorded.main);
      const names = verdict.tasks?.map((task) => task.fullName);
      const expected = [recorded.ok, recorded.stage, recorded.tasks, recorded.taskNames];
      const actual = [verdict.ok, verdict.stage, names?.length, names];
      const right = placeRight(fs, verdict, recorded.line);
      const outcome =
        JSON.stringify(expected) === JSON.stringify(actual)
          ? passed()
          : failed(`expected ${JSON.stringify(expected)}\nbut got ${JSON.stringify(actual)}: ${verdict.message}`);
      return right === undefined ? outcome : { ...outcome, placeRight: right };
    },
  };
}
