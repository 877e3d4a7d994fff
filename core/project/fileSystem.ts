/**
 * The port through which the core sees files. Paths are opaque, absolute and use `/`; the core only joins and splits them (paths.ts).
 * It is synchronous over a snapshot: a face that reads asynchronously (virtual workspaces) fills a snapshot first.
 * No method throws: what cannot be read is `undefined`.
 */
export interface FileSystem {
  /** The file's bytes decoded as UTF-8 (what is no UTF-8 becomes U+FFFD, as in Digdag's InputStreamReader). */
  read(path: string): FileText | undefined;
  kind(path: string): 'file' | 'directory' | undefined;
  /** Names in a directory, sorted by code unit; empty where there is none. */
  list(path: string): readonly string[];
}

export interface FileText {
  readonly text: string;
  /** Set where the bytes are no UTF-8. */
  readonly malformed?: true;
}
