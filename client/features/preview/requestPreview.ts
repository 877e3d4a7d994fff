import type { ShownRequest } from '../../../runner/preview/shown.ts';

const mostLines = 20;
const mostCharacters = 1200;

/** A request for a dialog: method, address and body, cut where it would not fit on a screen. */
export function requestPreview({ method, url, body }: ShownRequest): string {
  const head = `${method} ${url}`;
  return body === undefined ? head : `${head}\n\n${shortened(body)}`;
}

function shortened(body: string): string {
  const lines = body.split('\n');
  const few = lines.slice(0, mostLines).join('\n').slice(0, mostCharacters);
  return few.length < body.length ? `${few}\n…` : few;
}
