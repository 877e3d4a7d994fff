import type { Place } from '../../../core/rules/finding.ts';
import type { Services } from '../../services.ts';

/** A text as Markdown that leads to a place: the text alone for clients that show no Markdown, and of what is written nowhere. */
export type Link = (text: string, place: Place | undefined) => string;

export function linkIn(services: Services): Link {
  return (text, place) => {
    if (!place || !services.client.wantsMarkdown) return text;
    const { uri, range } = services.location(place);
    const address = uri.replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
    return `[${text.replace(/[[\]\\`*_<>]/g, '\\$&')}](${address}#L${range.start.line + 1})`;
  };
}
