import type { Header } from '../../core/http/request.ts';
import { urlEncode } from '../../core/http/urlEncoding.ts';
import { toJson } from '../../core/value/json.ts';

const stars = '***';

/** Header names whose values are credentials wherever they come from. */
const sensitive = /^(proxy-)?authorization$|cookie|token|secret|passw|api-?key|credential|session/i;

/** Takes secrets out of what is shown: each value, also as it looks inside of a URL or of JSON. */
export class Mask {
  readonly #texts: readonly string[];

  /** @param inherited what another mask hides, too */
  constructor(secretValues: readonly string[], inherited?: Mask) {
    const forms = secretValues
      .filter((value) => value.trim() !== '')
      .flatMap((value) => [
        value,
        value.trim(),
        urlEncode(value),
        encodeURIComponent(value),
        toJson(value).slice(1, -1),
      ]);
    this.#texts = [...new Set([...forms, ...(inherited ? inherited.#texts : [])])].sort((a, b) => b.length - a.length);
  }

  text(shown: string): string {
    return this.#texts.reduce((text, secret) => text.replaceAll(secret, stars), shown);
  }

  /** Also hides what looks like a credential that somebody wrote into the workflow; `Bearer` and `Basic` stay readable. */
  header([name, value]: Header): Header {
    const masked = this.text(value);
    if (!sensitive.test(name)) return [this.text(name), masked];
    return [this.text(name), masked.replace(/^((?:Bearer|Basic|Token|TD1)\s+)?.+$/is, `$1${stars}`)];
  }

  /** Whether a text holds a secret. */
  holds(text: string): boolean {
    return this.#texts.some((secret) => text.includes(secret));
  }
}
