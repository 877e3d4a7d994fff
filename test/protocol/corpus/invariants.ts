import type {
  CodeAction,
  CompletionItem,
  DocumentHighlight,
  Hover,
  Location,
  Position,
  Range,
  SelectionRange,
  SignatureHelp,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readYaml } from '../../../core/yaml/read.ts';
import type { Random } from '../../support/random.ts';
import { edited, syntaxProblems, verdict } from './edited.ts';
import { keysBeside } from './keysBeside.ts';
import type { OpenWorkflow } from './recordings.ts';

/** What every answer about a place of a workflow must hold to. What does not is told, with the place. */
export class Invariants {
  readonly broken: string[] = [];
  readonly #problems: readonly string[];
  readonly #verdict: string;

  constructor(
    private readonly file: OpenWorkflow,
    private readonly random: Random,
  ) {
    this.#problems = syntaxProblems(file.text);
    this.#verdict = verdict(file.files, file.uri);
  }

  async at(offset: number): Promise<void> {
    const { id, document, text } = this.file;
    const position = document.positionAt(offset);
    const { line, character } = position;
    const place = new Place(this.file, this.random, position, (what) => {
      this.broken.push(`${id}:${line + 1}:${character + 1} ${what} | ${text.split('\n')[line]}`);
    });
    await place.hover();
    await place.signature();
    await place.navigation();
    await place.selection();
    await place.rename(this.#verdict);
    await place.actions(this.#verdict);
    await place.completion(this.#problems);
  }
}

class Place {
  constructor(
    private readonly file: OpenWorkflow,
    private readonly random: Random,
    private readonly position: Position,
    private readonly tell: (what: string) => void,
  ) {}

  async hover(): Promise<void> {
    const hover = await this.ask<Hover | null>('hover');
    if (!hover) return;
    if (!(hover.range && this.holds(hover.range))) this.tell('the hover is about another place');
    if (!/\w/.test(JSON.stringify(Object.values(hover.contents)))) this.tell('the hover is empty');
  }

  async signature(): Promise<void> {
    const help = await this.ask<SignatureHelp | null>('signatureHelp');
    for (const { label, parameters = [] } of help?.signatures ?? []) {
      const isInside = parameters.every((one) => typeof one.label !== 'string' && one.label[1] <= label.length);
      const isActive = (help?.activeParameter ?? 0) <= Math.max(0, parameters.length - 1);
      if (!isInside || !isActive) this.tell(`the signature ${label}`);
    }
  }

  /** Definition, references and highlights agree, from wherever they are asked for. */
  async navigation(): Promise<void> {
    const { uri } = this.file;
    const definitions = await this.ask<Location[]>('definition');
    const references = await this.references(this.position);
    const highlights = await this.ask<DocumentHighlight[]>('documentHighlight');
    const here = [...definitions, ...references].filter((one) => one.uri === uri).map(({ range }) => range);
    for (const range of [...here, ...highlights.map((one) => one.range)]) this.inside(range);
    const own = references.filter((one) => one.uri === uri && !isWholeFile(one.range)).map(({ range }) => range);
    if (references.length > 0 && !own.some((range) => this.holds(range))) this.tell('references without the place');
    if (written(own) !== written(highlights.map(({ range }) => range)))
      this.tell(`references ${written(own)} but highlights ${written(highlights.map(({ range }) => range))}`);
    for (const definition of references.length > 0 ? definitions : []) {
      if (!references.some((one) => one.uri === definition.uri && this.touch(one.range, definition.range)))
        this.tell(`references do not know the definition ${written([definition])}`);
    }
    // a key like `loop>` defines `i` without being its name
    const name = own.find((range) => this.holds(range));
    const other = own.find((range) => !this.holds(range) && name && this.isSameText(range, name));
    if (!other) return;
    const again = await this.references(other.start);
    if (written(again) !== written(references)) this.tell(`other references from ${written([other])}`);
  }

  async selection(): Promise<void> {
    const [found] = await this.file.ask<SelectionRange[]>('selectionRange', { positions: [this.position] });
    if (!found || !this.holds(found.range)) this.tell('the selection is about another place');
    for (let at = found; at?.parent; at = at.parent) {
      this.inside(at.range);
      const grows = this.holds(at.parent.range, at.range.start) && this.holds(at.parent.range, at.range.end);
      if (!grows || written([at.range]) === written([at.parent.range])) this.tell('the selection does not grow');
    }
  }

  async rename(before: string): Promise<void> {
    const prepared = await this.ask<{ range: Range; placeholder: string }>('prepareRename').catch(() => null);
    if (!prepared) return;
    if (!this.holds(prepared.range)) this.tell('the rename is about another place');
    if (this.file.textAt(prepared.range) !== prepared.placeholder) this.tell(`rename of ${prepared.placeholder}`);
    const newName = prepared.placeholder.startsWith('+') ? '+renamed_by_test' : 'renamed_by_test';
    const edit = await this.file.ask<WorkspaceEdit>('rename', { position: this.position, newName });
    this.keepsVerdict('rename', edit, before);
  }

  async actions(before: string): Promise<void> {
    const range = { start: this.position, end: this.position };
    const actions = await this.file.ask<CodeAction[]>('codeAction', { range, context: { diagnostics: [] } });
    for (const action of actions) {
      const { title, kind, data } = action;
      const { edit } = data ? await this.file.connection.request<CodeAction>('codeAction/resolve', action) : action;
      if (/\{\d\}/.test(title) || !edit) this.tell(`the action ${title}`);
      else if (kind?.startsWith('refactor')) this.keepsVerdict(title, edit, before);
      else edited(this.file.files, edit);
    }
  }

  async completion(before: readonly string[]): Promise<void> {
    const items = await this.ask<CompletionItem[]>('completion');
    const labels = items.map(({ label }) => label);
    const twice = labels.filter((label, index) => labels.indexOf(label) < index);
    if (twice.length > 0) this.tell(`${twice.join()} is offered twice`);
    const beside = keysBeside(readYaml(this.file.text).root, this.file.document.offsetAt(this.position)) ?? [];
    const again = labels.filter((label) => label !== '+' && beside.includes(label));
    if (again.length > 0) this.tell(`${again.join()} is there already`);
    for (let count = Math.min(items.length, 3); count > 0; count--) {
      const { label, textEdit } = this.random.pick(items);
      if (!textEdit) {
        this.tell(`${label} replaces nothing`);
        continue;
      }
      const { newText } = textEdit;
      const range = 'range' in textEdit ? textEdit.range : textEdit.replace;
      this.inside(range);
      if (!this.holds(range) || range.start.line !== range.end.line) this.tell(`${label} replaces another place`);
      const problemsOf = (text: string) =>
        syntaxProblems(TextDocument.applyEdits(this.file.document, [{ range, newText: text }])).filter(
          (problem) => !before.includes(problem),
        );
      const inserted = withoutPlaces(newText);
      // where no key or no value at all can stand no offer is right
      if (problemsOf(/:(?:\s|$)/.test(inserted) ? 'zz: 1' : 'zz').length > 0) continue;
      const problems = problemsOf(inserted);
      if (problems.length > 0) this.tell(`with ${label}: ${problems.join()}`);
    }
  }

  private ask<R>(method: string): Promise<R> {
    return this.file.ask(method, { position: this.position });
  }

  private references(position: Position): Promise<Location[]> {
    return this.file.ask('references', { position, context: { includeDeclaration: true } });
  }

  /** Digdag takes the file after edits as it did before. (What it refuses may be hidden in a body, which only a run looks at.) */
  private keepsVerdict(name: string, edit: WorkspaceEdit, before: string): void {
    const after = verdict(edited(this.file.files, edit), this.file.uri);
    if (before === 'ok' && after !== before) this.tell(`${name}: the verdict was ${before} and is ${after}`);
  }

  private inside({ start, end }: Range): void {
    const { document } = this.file;
    for (const place of [start, end]) {
      const { line, character } = document.positionAt(document.offsetAt(place));
      if (line !== place.line || character !== place.character) this.tell(`outside of the text: ${written([place])}`);
    }
    if (document.offsetAt(start) > document.offsetAt(end)) this.tell('a range ends before it begins');
  }

  private isSameText(one: Range, other: Range): boolean {
    const [first, second] = [one, other].map((range) => this.file.textAt(range));
    return first === second;
  }

  private holds(range: Range, position = this.position): boolean {
    return this.touch(range, { start: position, end: position });
  }

  private touch(one: Range, other: Range): boolean {
    const at = (position: Position) => this.file.document.offsetAt(position);
    return at(one.start) <= at(other.end) && at(other.start) <= at(one.end);
  }
}

/** Files are defined by their first character. */
function isWholeFile({ start, end }: Range): boolean {
  return start.line === 0 && start.character === 0 && end.line === 0 && end.character === 0;
}

function written(list: readonly unknown[]): string {
  return list
    .map((one) => JSON.stringify(one))
    .sort()
    .join(' ');
}

/** The text of a snippet when its places are passed by. */
function withoutPlaces(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:[^,|\\]|\\.)*)(?:[^|\\]|\\.)*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/\$\{\d+\}|(?<!\\)\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1');
}
