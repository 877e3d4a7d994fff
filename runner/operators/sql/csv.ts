/** A line of the file that `download_file` names (CsvWriter): null is nothing, an empty text is `""`. */
export function csvLine(values: readonly (string | null)[]): string {
  return `${values.map((value) => (value === null ? '' : csvValue(value))).join(',')}\r\n`;
}

/** Line ends in a value become single newlines. */
function csvValue(value: string): string {
  if (value !== '' && !/[",\r\n]/.test(value)) return value;
  return `"${value.replaceAll(/\r\n?/g, '\n').replaceAll('"', '""')}"`;
}
