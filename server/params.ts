/** What requests carry beside a document, by the protocol's names. */
const shapes = {
  position: isPosition,
  positions: (value: unknown) => Array.isArray(value) && value.every(isPosition),
  range: isRange,
  context: isRecord,
  item: (value: unknown) => isRecord(value) && isText(value.uri),
  newName: isText,
  query: isText,
  uri: isText,
} as const;

export type Needed = keyof typeof shapes | 'textDocument';

/** What of the parameters is not as the protocol has it; undefined where all is well. A client may send anything. */
export function malformed(params: unknown, needs: readonly Needed[]): string | undefined {
  if (!isRecord(params)) return 'the parameters are no object';
  const wrong = needs.find(
    (name) => !(name === 'textDocument' ? isDocument(params[name]) : shapes[name](params[name])),
  );
  return wrong && `${wrong} is missing or has another form`;
}

function isDocument(value: unknown): boolean {
  return isRecord(value) && isText(value.uri);
}

function isPosition(value: unknown): boolean {
  return isRecord(value) && isCount(value.line) && isCount(value.character);
}

function isRange(value: unknown): boolean {
  return isRecord(value) && isPosition(value.start) && isPosition(value.end);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
