import { DigdagError } from '../text/digdagError.ts';
import { type Answer, header } from './answer.ts';
import { decode, decodeUtf8 } from './charset.ts';

/** What Jetty makes of a Content-Type header (BufferingResponseListener.onHeaders). */
interface ContentType {
  /** Without parameters; undefined without the header. */
  readonly mediaType: string | undefined;
  /** As written: quotes are kept, and then no charset has such a name. */
  readonly charset: string | undefined;
}

export function contentType(answer: Pick<Answer, 'headers'>): ContentType {
  const written = header(answer, 'content-type');
  if (written === undefined) return { mediaType: undefined, charset: undefined };
  const type = cachedSpelling(written);
  const index = type.toLowerCase().indexOf('charset=');
  const media = index > 0 ? type.slice(0, index) : type;
  const charset = index > 0 ? beforeSemicolon(type.slice(index + 'charset='.length)) : undefined;
  return { mediaType: beforeSemicolon(media), charset };
}

/** ContentResponse.getContentAsString: by the header's charset, else UTF-8; throws UnsupportedCharsetException's text. */
export function bodyText(answer: Answer): string {
  return textOf(answer.body, contentType(answer).charset);
}

/** Bytes by a charset's name; UTF-8 where none is given. */
export function textOf(bytes: Uint8Array, charset: string | undefined): string {
  const text = charset === undefined ? decodeUtf8(bytes) : decode(bytes, charset);
  // An exception without a message is shown by its name.
  if (text === undefined && charset === '') throw new DigdagError('java.nio.charset.UnsupportedCharsetException: ');
  if (text === undefined) throw new DigdagError(charset ?? '', 'unsupported charset');
  return text;
}

function beforeSemicolon(text: string): string {
  const semicolon = text.indexOf(';');
  return semicolon > 0 ? text.slice(0, semicolon).trim() : text;
}

/** Jetty's parser keeps some usual values in a cache that it looks up in any case: `Application/JSON` is read as `application/json`. */
function cachedSpelling(written: string): string {
  return cached.test(written)
    ? written.toLowerCase().replace(/(?<=charset=).*/, (name) => name.toUpperCase())
    : written;
}

const cached =
  /^(text\/(plain|html|xml|json)|application\/(json|x-www-form-urlencoded))(; ?charset=(utf-8|iso-8859-1))?$/i;
