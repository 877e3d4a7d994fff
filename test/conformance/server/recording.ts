/** One line of server.jsonl (conformance/README.md). */
export interface ServerRecording {
  readonly id: string;
  readonly request: RecordedRequest;
  readonly response: RecordedResponse;
}

export interface RecordedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: readonly RecordedHeader[];
  /** Of an archive only a description: it is sent in its place. */
  readonly body: string | null;
}

export interface RecordedResponse {
  readonly status: number;
  readonly headers: readonly RecordedHeader[];
  readonly body: string | GzipBody | null;
}

export type RecordedHeader = readonly [name: string, value: string];

/** A body that is gzip, by a content encoding or because it is a file; `gunzipped` is one itself where it is gzip twice. */
export interface GzipBody {
  readonly gzip: true;
  readonly bytes: number;
  readonly gunzipped?: string | GzipBody | null;
}

/** The first header of a name, which is in lower case. */
export function recordedHeader(headers: readonly RecordedHeader[], name: string): string | undefined {
  return headers.find(([known]) => known.toLowerCase() === name)?.[1];
}

/** A part of a path with its escapes undone; as it is where they are broken. */
export function unescaped(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
