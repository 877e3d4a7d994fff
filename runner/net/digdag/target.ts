type Option = string | number | boolean | readonly string[] | undefined;

/** A path whose parts are escaped: path`/api/projects/${id}`. Throws a RangeError for a part that would name another path. */
export function path(texts: TemplateStringsArray, ...parts: readonly string[]): string {
  return texts.reduce((before, text, index) => `${before}${segment(parts[index - 1] ?? '')}${text}`);
}

function segment(part: string): string {
  if (['', '.', '..'].includes(part)) throw new RangeError(`"${part}" cannot be part of a path`);
  return encodeURIComponent(part);
}

/** `?last_id=3&page_size=2` of `{ lastId: '3', pageSize: 2 }`: lists are repeated, what is undefined is left out. */
export function query(options: Readonly<Record<string, Option>>): string {
  const pairs = Object.entries(options).flatMap(([name, value]) =>
    (isList(value) ? value : value === undefined ? [] : [value]).map(
      (each) => `${snake(name)}=${escaped(String(each))}`,
    ),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function isList(value: Option): value is readonly string[] {
  return Array.isArray(value);
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Colons stay, as in times; a plus must not, it would be a space. */
function escaped(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':');
}
