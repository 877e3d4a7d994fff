/**
 * Python's tracebacks name the lines of the runner script and of Python's own library, which are Digdag's and that machine's. What counts is left:
 * the frames in files of the project, and the error at the end of each traceback.
 */
export function withoutForeignFrames(text: string): string {
  if (!text.includes('Traceback (most recent call last)')) return text;
  const kept: string[] = [];
  let inForeign = false;
  let inTraceback = false;
  for (const line of text.split('\n')) {
    const bare = line.replace(/^\tfrom /, '');
    if (bare.startsWith('Traceback (most recent call last)')) inTraceback = true;
    else if (/^ {2}File "/.test(bare)) inForeign = /runner\.py"|\/python[\d.]*\//.test(bare);
    else if (inTraceback && /^ {4}|^$|^\t?from $/.test(bare)) continue;
    else if (!/^ /.test(bare)) inForeign = false;
    if (bare.trim() !== '' && !inForeign && !/^\s*[\^~]+\s*$/.test(bare)) kept.push(bare);
  }
  return lastTraceback(kept).join('\n');
}

/** Errors that were met on the way ("During handling of the above exception …") are the runner script's own affair. */
function lastTraceback(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.startsWith('Traceback'));
  const last = lines.findLastIndex((line) => line.startsWith('Traceback'));
  return [...lines.slice(0, first), ...lines.slice(last + 1)];
}
