import type { Connection, InitializeParams, Location, Range, TextDocuments } from 'vscode-languageserver/node';
import type { CheckedFile } from '../core/check.ts';
import type { TaskAtPlace } from '../core/checking/taskAtPlace.ts';
import type { Evaluator } from '../core/expressions/evaluate.ts';
import type { LoadedFile } from '../core/project/load.ts';
import { isInside } from '../core/project/paths.ts';
import type { Finding, Place } from '../core/rules/finding.ts';
import { render, type Text, type Translations } from '../core/text/text.ts';
import type { SessionSources } from './analysis/variables/sources.ts';
import { clientFacts } from './client.ts';
import { Configuration } from './configuration.ts';
import { DiagnosticsQueue } from './diagnostics/queue.ts';
import { DiagnosticsSender } from './diagnostics/sender.ts';
import { Handlers } from './handlers.ts';
import { Parts } from './parts.ts';
import { type SessionParams, sessionNotification } from './protocol.ts';
import { refreshHints, refreshLenses, tellValuesChanged } from './refresh.ts';
import type { Analysis, Checking, ClientFacts, Documents, Host, Services } from './services.ts';
import { checkOptions, defaultSettings, type Settings } from './settings.ts';
import { loadTranslations } from './translations.ts';
import { Checks } from './workspace/checks.ts';
import { FilePositions } from './workspace/filePositions.ts';
import { WorkspaceFiles } from './workspace/files.ts';
import type { OpenDocument } from './workspace/openDocument.ts';
import { pathOf, uriOf } from './workspace/paths.ts';
import { WorkspaceProjects } from './workspace/projects.ts';
import { Publisher } from './workspace/publisher.ts';
import { Siblings } from './workspace/siblings.ts';
import { TemplateChecks } from './workspace/templateChecks.ts';
import { registerTemplates } from './workspace/templateRegistration.ts';
import { type FileChange, watchFiles } from './workspace/watching.ts';

/** The state of one server: documents, files, projects and checks, and who must be told when one of them changes. */
export class LanguageServer implements Services {
  readonly handlers: Handlers;
  readonly files: WorkspaceFiles;
  readonly projects: WorkspaceProjects;
  readonly documents: Documents;
  client: ClientFacts = clientFacts({ capabilities: {} });
  readonly #byPath = new Map<string, OpenDocument>();
  readonly #checks: Checks;
  readonly #publisher: Publisher;
  readonly #queue: DiagnosticsQueue;
  readonly #configuration: Configuration;
  readonly #templates: TemplateChecks;
  readonly #siblings: Siblings;
  readonly #positions = new FilePositions();
  readonly #sender = new DiagnosticsSender(this, (path) => this.#byPath.get(path));
  #translations: Translations = {};
  #watching = false;
  readonly #parts = new Parts();
  #evaluator: Evaluator | undefined;
  /** As the client sent it. */
  #sentSession: unknown;
  #sessionSources: SessionSources | undefined;

  constructor(
    readonly connection: Connection,
    readonly host: Host,
    documents: TextDocuments<OpenDocument>,
  ) {
    this.handlers = new Handlers(
      connection,
      (document) => this.#ready(document),
      (uri) => documents.get(uri),
    );
    const workflow = (document: OpenDocument | undefined) => (document?.isTemplate ? undefined : document);
    this.documents = {
      get: (uri) => workflow(documents.get(uri)),
      at: (path) => workflow(this.#byPath.get(path)),
      all: () => documents.all().filter((document) => !document.isTemplate),
    };
    this.#templates = new TemplateChecks(this);
    const isWatched = (path: string) =>
      this.#watching && this.projects.folders.some((folder) => isInside(folder, path));
    this.files = new WorkspaceFiles(host.disk, isWatched);
    this.projects = new WorkspaceProjects(this.files);
    this.#publisher = new Publisher((path, findings) => this.#sender.send(path, findings));
    this.#siblings = new Siblings(this, this.#publisher);
    this.#checks = new Checks(this.files, this.projects, (path) => new this.checking.ChangingFile(path));
    this.#configuration = new Configuration(connection);
    this.#queue = new DiagnosticsQueue(
      (document) => this.#findingsOf(document),
      (error) => connection.console.error(`A check failed: ${String(error)}`),
      () => this.handlers.isWaitedFor,
      (isUrgent) => this.#siblings.check(isUrgent),
    );
    documents.onDidOpen(({ document }) => this.#opened(document));
    documents.onDidChangeContent(({ document }) => this.#changed(document));
    documents.onDidClose(({ document }) => this.#closed(document));
    connection.onNotification(sessionNotification, (params: unknown) => {
      this.#sentSession = params;
      this.#sessionSources = undefined;
      this.#valuesChanged();
    });
  }

  initialize(params: InitializeParams): void {
    this.client = clientFacts(params);
    const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    this.projects.setFolders(folders.map(pathOf));
  }

  initialized(): void {
    this.#parts
      .loadChecking()
      .catch((error: unknown) => this.connection.console.error(`The server is incomplete: ${String(error)}`));
    this.#translations = loadTranslations(this.host, this.client.options.translations, this.connection);
    if (this.client.canConfigure) {
      this.connection.onDidChangeConfiguration(() => this.#configurationChanged());
    }
    if (this.client.hasFolders) {
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = removed.map(({ uri }) => pathOf(uri));
        const kept = this.projects.folders.filter((folder) => !gone.includes(folder));
        this.#recheckAll(() => this.projects.setFolders([...kept, ...added.map(({ uri }) => pathOf(uri))]));
      });
    }
    if (this.client.canAddDocuments) registerTemplates(this.connection);
    if (this.client.canWatchFiles) {
      this.#watching = true;
      watchFiles(this.connection, (changes) => this.#filesChanged(changes));
    }
  }

  get analysis(): Analysis {
    return this.#parts.analysis;
  }

  get checking(): Checking {
    return this.#parts.checking;
  }

  get evaluator(): Evaluator {
    this.#evaluator ??= this.analysis.nodeEvaluator();
    return this.#evaluator;
  }

  get session(): SessionParams {
    return this.analysis.readSession(this.#sentSession);
  }

  get sessionSources(): SessionSources {
    this.#sessionSources ??= new this.analysis.SessionSources(this.files);
    return this.#sessionSources;
  }

  shutdown(): void {
    this.#evaluator?.dispose();
  }

  say(text: Text): string {
    return render(text, this.#translations);
  }

  settings(document: OpenDocument): Settings {
    return this.#configuration.now(document.uri);
  }

  loadSettings(uri: string): Promise<Settings> {
    return this.client.canConfigure ? this.#configuration.load(uri) : Promise.resolve(defaultSettings);
  }

  publish(path: string, findings: readonly Finding[]): void {
    this.#publisher.set(path, findings);
  }

  loaded(document: OpenDocument): LoadedFile {
    return this.#checks.loaded(document);
  }

  taskAt(document: OpenDocument, offset: number): TaskAtPlace | undefined {
    return this.#checks.taskAt(document, offset);
  }

  checked(document: OpenDocument): CheckedFile {
    return this.#checks.of(document, checkOptions(this.settings(document)));
  }

  findings(document: OpenDocument): readonly Finding[] {
    return document.isTemplate ? this.#templates.of(document) : this.checked(document).findings;
  }

  uri(path: string): string {
    return this.#byPath.get(path)?.uri ?? uriOf(path);
  }

  sourceOf(path: string): string {
    return this.files.read(path)?.text ?? '';
  }

  location(place: Place): Location {
    return { uri: this.uri(place.path), range: this.range(place) };
  }

  range({ path, start, end }: Place): Range {
    const document = this.#byPath.get(path);
    return document?.range(start, end) ?? this.#positions.range(this.files.read(path) ?? { text: '' }, start, end);
  }

  #opened(document: OpenDocument): void {
    const { path } = document;
    const onDisk = document.detached ? undefined : this.files.read(path);
    this.projects.noteText(path, onDisk?.text ?? '');
    this.#byPath.set(path, document);
    this.files.open(path, () => document.text);
  }

  #configurationChanged(): void {
    this.#recheckAll(() => this.#configuration.clear());
    refreshHints(this.connection, this.client);
    refreshLenses(this.connection, this.client);
  }

  /** Values are others than before, without a change of the texts that show them. Only clients that choose sessions know of the message. */
  #valuesChanged(): void {
    if (this.#sentSession === undefined) return;
    tellValuesChanged(this.connection);
    refreshHints(this.connection, this.client);
    refreshLenses(this.connection, this.client);
  }

  /** Called for each opened document too. */
  #changed(document: OpenDocument): void {
    const { path } = document;
    this.#publisher.textChanged(path);
    const lines = document.takeChangedLines();
    const moved = !document.detached && this.projects.textChanged(path, document.text, lines);
    this.#recheck(moved, [{ path, kind: 'changed' }]);
    this.#queue.add([document]);
  }

  #closed(document: OpenDocument): void {
    const { path } = document;
    if (this.#byPath.get(path) === document) this.#byPath.delete(path);
    this.#queue.drop(document);
    this.#checks.forget(document);
    this.#templates.forget(document);
    this.#configuration.forget(document.uri);
    this.files.close(path);
    this.#publisher.remove(path);
    if (document.detached) return;
    const onDisk = this.files.read(path);
    this.#recheck(this.projects.textChanged(path, onDisk?.text ?? ''), [{ path, kind: 'changed' }]);
  }

  #filesChanged(changes: readonly FileChange[]): void {
    this.files.forget(changes);
    for (const { path } of changes) if (!this.#byPath.has(path)) this.#publisher.remove(path);
    const touchesValues = (change: FileChange) =>
      change.path.endsWith('.dig') || this.#sessionSources?.profiles.uses(change);
    if (changes.some(touchesValues)) this.#valuesChanged();
    const isOpen = (path: string) => this.#byPath.has(path);
    this.#recheck(this.projects.filesChanged(changes, isOpen), changes);
  }

  /** Checks again what depends on some files, and what stands in another project than before, where that may be. */
  #recheck(moved: boolean, changes: readonly FileChange[]): void {
    const open = moved ? [...this.#byPath.values()].filter(({ detached }) => !detached) : [];
    const others = new Set(moved ? this.projects.renew(open, changes) : []);
    const inOthers = open.filter((document) => document.isTemplate || others.has(document));
    const dependants = [...this.#templates.dependingOn(changes), ...this.#checks.changed(changes)];
    this.#checks.clear(inOthers);
    this.#siblings.changed(changes, moved);
    this.#queue.add([...new Set([...dependants, ...inOthers])]);
  }

  /** Requests can be answered from then on; those about a document, with its settings. */
  async #ready(document?: OpenDocument): Promise<void> {
    await this.#parts.loadAll();
    if (document) await this.loadSettings(document.uri);
  }

  #recheckAll(change: () => void): void {
    change();
    const open = [...this.#byPath.values()];
    this.#checks.clear(open);
    this.#siblings.clear();
    this.#queue.add(open);
  }

  async #findingsOf(document: OpenDocument): Promise<() => void> {
    await this.#parts.loadForCheck(document);
    await this.loadSettings(document.uri);
    const findings = this.findings(document);
    return () => {
      const isOpen = this.#byPath.get(document.path) === document;
      if (isOpen) this.#publisher.set(document.path, findings);
    };
  }
}
