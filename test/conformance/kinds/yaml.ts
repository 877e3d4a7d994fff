import { construct } from '../../../core/project/construct.ts';
import type { LoadMode } from '../../../core/project/constructor.ts';
import { loadFile } from '../../../core/project/load.ts';
import type { LoadError } from '../../../core/project/loadError.ts';
import { type LocatedMap, toMap } from '../../../core/project/located.ts';
import { syntaxErrors } from '../../../core/project/syntaxErrors.ts';
import { toJson } from '../../../core/value/json.ts';
import { lineColumn } from '../../../core/yaml/lines.ts';
import { readYaml } from '../../../core/yaml/read.ts';
import { memoryFileSystem } from '../../support/memoryFileSystem.ts';
import { failed, type Kind, type Outcome, passed } from '../kind.ts';

/** What Digdag answered: the config as its JSON, or an error with its line. */
interface Answer {
  readonly ok: boolean;
  readonly json?: string;
  readonly error?: string;
  readonly line?: number;
}

interface Case extends Answer {
  readonly text: string;
  /** Where loadParameterizedFile, which knows `!include`, answers otherwise than loadString. */
  readonly asFile?: Answer;
}

const path = '/project/main.dig';

/** yaml.jsonl: a text as YamlConfigLoader reads it, alone and as a file. */
export const yaml: Kind = {
  run(line) {
    const recorded = JSON.parse(line) as Case;
    const asString = compare(recorded, load(recorded.text, 'string'), recorded.text);
    const asFile = compare(recorded.asFile ?? recorded, load(wellFormed(recorded.text), 'file'), recorded.text);
    return asString.passed ? { ...asFile, placeRight: asString.placeRight } : asString;
  },
};

interface Loaded {
  readonly config: LocatedMap | undefined;
  readonly error: LoadError | undefined;
}

function load(text: string, mode: LoadMode): Loaded {
  if (mode === 'file') {
    const file = loadFile(memoryFileSystem({ [path]: text }), path);
    return { config: file?.config, error: file?.errors[0] };
  }
  const document = readYaml(text);
  const { config, errors } = construct(document, path, 'string');
  return { config, error: syntaxErrors(document, path)[0] ?? errors[0] };
}

function compare(recorded: Answer, { config, error }: Loaded, text: string): Outcome {
  const json = config && !error ? toJson(toMap(config)) : undefined;
  if (recorded.ok) {
    const same = json !== undefined && normalize(json) === normalize(recorded.json ?? '');
    return same
      ? passed()
      : failed(`expected ${recorded.json}\nbut got  ${json ?? `${error?.java}: ${error?.message}`}`);
  }
  if (!error) return failed(`expected ${recorded.error}\nbut got  ${json}`);
  if (recorded.line === undefined) return passed();
  const { line } = lineColumn(text, error.start);
  const outcome = { ...passed(), placeRight: line === recorded.line };
  return outcome.placeRight
    ? outcome
    : { ...outcome, difference: `${error.java} expected in line ${recorded.line}, found in line ${line}` };
}

/** Random names, and half surrogate pairs, which the recording lost in UTF-8. */
function normalize(json: string): string {
  return wellFormed(json.replace(/!include:[0-9a-f-]{36}/g, '!include:<uuid>'));
}

/** The text as it is in a file that Java writes: `?` for half a surrogate pair. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '?');
}
