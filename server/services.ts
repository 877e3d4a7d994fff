import type { Connection, Location, Range, ServerCapabilities } from 'vscode-languageserver/node';
import type { CheckedFile } from '../core/check.ts';
import type { TaskAtPlace } from '../core/checking/taskAtPlace.ts';
import type { Evaluator } from '../core/expressions/evaluate.ts';
import type { FileSystem } from '../core/project/fileSystem.ts';
import type { LoadedFile } from '../core/project/load.ts';
import type { Finding, Place } from '../core/rules/finding.ts';
import type { Text, Translations } from '../core/text/text.ts';
import type { SessionSources } from './analysis/variables/sources.ts';
import type { Handlers } from './handlers.ts';
import type { InitializationOptions, SessionParams } from './protocol.ts';
import type { Settings } from './settings.ts';
import type { WorkspaceFiles } from './workspace/files.ts';
import type { OpenDocument } from './workspace/openDocument.ts';
import type { WorkspaceProjects } from './workspace/projects.ts';

/** One LSP feature: what it adds to the server's capabilities, and its handlers. One file each in features/, listed in registry.ts. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  register(services: Services): void;
}

export type Analysis = typeof import('./analysis/main.ts');

export type Checking = typeof import('./checking/main.ts');

/** What the server takes from the machine. */
export interface Host {
  readonly disk: FileSystem;
  /** Milliseconds since 1970. */
  now(): number;
  /** The translations in a file of the client's. Throws where it cannot be read. */
  translations(path: string): Translations;
}

/** What features work with. Nothing in it is known before `initialize`, so features use it in handlers only. */
export interface Services {
  readonly connection: Connection;
  readonly handlers: Handlers;
  readonly host: Host;
  readonly files: WorkspaceFiles;
  readonly projects: WorkspaceProjects;
  /** What answers about Digdag; loaded before any handler is called. */
  readonly analysis: Analysis;
  /** What checks; loaded before anything is checked or asked. */
  readonly checking: Checking;
  readonly evaluator: Evaluator;
  readonly client: ClientFacts;
  readonly documents: Documents;
  /** What `${…}` is resolved for; the client sets it. */
  readonly session: SessionParams;
  readonly sessionSources: SessionSources;
  /** The text in the client's language. */
  say(text: Text): string;
  /** The document's present text as Digdag loads it: at once, also in the middle of a burst of edits. */
  loaded(document: OpenDocument): LoadedFile;
  /** The task around an offset of the document's present text, at once too; undefined where the text has none. */
  taskAt(document: OpenDocument, offset: number): TaskAtPlace | undefined;
  /** The check of the document's present text. */
  checked(document: OpenDocument): CheckedFile;
  /** What is found in the document's present text, also of a template. */
  findings(document: OpenDocument): readonly Finding[];
  /** Of a document whose settings were not asked for yet the defaults. */
  settings(document: OpenDocument): Settings;
  loadSettings(uri: string): Promise<Settings>;
  /** Shows what the check of a file found, also where it is not open. */
  publish(path: string, findings: readonly Finding[]): void;
  location(place: Place): Location;
  range(place: Place): Range;
  /** The text of a file, as it is open or on the disk; empty where there is none. */
  sourceOf(path: string): string;
  /** As the client spells it where it is open. */
  uri(path: string): string;
}

/** The workflows that the client has open. */
export interface Documents {
  get(uri: string): OpenDocument | undefined;
  at(path: string): OpenDocument | undefined;
  all(): readonly OpenDocument[];
}

/** What the client can do, and what it wants. */
export interface ClientFacts {
  readonly options: InitializationOptions;
  readonly canWatchFiles: boolean;
  /** The server may ask for documents of other languages later. */
  readonly canAddDocuments: boolean;
  readonly canConfigure: boolean;
  readonly wantsMarkdown: boolean;
  readonly wantsSnippets: boolean;
  /** Snippets of several lines are put in as they are sent. */
  readonly insertsAsIs: boolean;
  readonly insertsOrReplaces: boolean;
  readonly hasFolders: boolean;
  /** The edits of a code action may come when it is chosen (`codeAction/resolve`). */
  readonly resolvesActions: boolean;
  /** Before a file is renamed the server is asked (`workspace/willRenameFiles`). */
  readonly asksBeforeRenames: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesHints: boolean;
  /** What the edits of a workspace may do with files: `create`, `rename`. */
  readonly fileOperations: ReadonlySet<string>;
}
