import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  Range,
  SelectionRange,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { edited, verdict } from './edited.ts';
import { OpenWorkflow, realWorkflows } from './recordings.ts';

const workflows = realWorkflows(11);
const options = { tabSize: 2, insertSpaces: true };

describe.skipIf(workflows.length === 0)('requests about real workflows (../shared/conformance/third-party)', () => {
  let files: OpenWorkflow[] = [];
  beforeAll(async () => {
    files = await Promise.all(workflows.map((recording) => new OpenWorkflow(recording).open()));
  });
  afterAll(async () => {
    for (const file of files) expect(await file.close(), file.id).toEqual([]);
  });

  it('symbols are the tasks that Digdag makes', async () => {
    for (const file of files) {
      const known = new Set((await symbolsOf(file)).map(({ name }) => name));
      const names = (file.recording.taskNames ?? []).slice(1).flatMap((name) => name.match(/\+[^+^]+$/)?.[0] ?? []);
      expect(
        names.filter((name) => !known.has(name)),
        file.id,
      ).toEqual([]);
    }
  });

  it('each task is among its references and its highlights', async () => {
    let count = 0;
    for (const file of files) {
      for (const { name, selectionRange } of await symbolsOf(file)) {
        if (!name.startsWith('+')) continue;
        const position = selectionRange.end;
        const params = { position, context: { includeDeclaration: true } };
        for (const request of ['references', 'documentHighlight']) {
          const found = await file.ask<{ readonly range: Range }[]>(request, params);
          const written = found.map(({ range }) => file.textAt(range));
          expect(written, `${file.id} ${name}`).toContain(name);
          count++;
        }
      }
    }
    expect(count).toBeGreaterThan(100);
  });

  it('links lead where definitions do, and mark the name of the file', async () => {
    let count = 0;
    for (const file of files) {
      for (const { range, target = '' } of await file.ask<DocumentLink[]>('documentLink')) {
        const found = await file.ask<Location[]>('definition', { position: range.end });
        expect(
          found.map(({ uri }) => uri),
          file.id,
        ).toContain(target);
        const parts = file.textAt(range).match(/[^'"./]+/g) ?? [];
        expect(
          parts.some((part) => target.includes(encodeURIComponent(part))),
          target,
        ).toBe(true);
        count++;
      }
    }
    expect(count).toBeGreaterThan(10);
  });

  it('operators have a hover', async () => {
    let count = 0;
    for (const file of files) {
      for (const position of file.cursors(/^\s+(?:echo|sh|td|py|call|if|for_each|loop)(?=>:)/gm)) {
        const hover = await file.ask<Hover | null>('hover', { position });
        expect(JSON.stringify(hover?.contents), file.id).toMatch(/[a-z]{3}/);
        count++;
      }
    }
    expect(count).toBeGreaterThan(50);
  });

  it('folds lie in the text, and selections in each other', async () => {
    for (const file of files) {
      for (const { startLine, endLine } of await file.ask<FoldingRange[]>('foldingRange')) {
        expect(startLine, file.id).toBeLessThan(endLine);
        expect(endLine, file.id).toBeLessThan(file.document.lineCount);
      }
      const positions = file.cursors(/^ +[\w>]+: \w/gm);
      const selections = await file.ask<SelectionRange[]>('selectionRange', { positions });
      expect(selections).toHaveLength(positions.length);
      for (const [index, { range, parent }] of selections.entries()) {
        expect(parent, file.id).toBeDefined();
        expect(file.textAt(range), file.id).toContain(
          file.textAt({ start: positions[index] ?? range.start, end: range.end }),
        );
      }
    }
  });

  it('semantic tokens are in order, and end on their lines', async () => {
    for (const file of files) {
      const lines = file.text.split(/\r?\n/);
      let [line, end] = [0, 0];
      const { data } = await file.ask<SemanticTokens>('semanticTokens/full');
      expect(data.length % 5).toBe(0);
      let begin = 0;
      for (let at = 0; at < data.length; at += 5) {
        const [down = 0, right = 0, length = 0] = data.slice(at, at + 3);
        [line, begin, end] = down > 0 ? [line + down, right, 0] : [line, begin + right, end];
        expect(begin, file.id).toBeGreaterThanOrEqual(end);
        end = begin + length;
        expect(lines[line]?.length, file.id).toBeGreaterThanOrEqual(end);
      }
    }
  });

  it('formatting changes nothing the second time, nor in a part of what is formatted', async () => {
    for (const file of files) {
      const once = TextDocument.applyEdits(file.document, await file.ask<TextEdit[]>('formatting', { options }));
      const again = await new OpenWorkflow({ ...file.recording, text: once }).open();
      expect(await again.ask('formatting', { options }), file.id).toEqual([]);
      for (const position of again.cursors(/\n.*\S/g)) {
        const range = { start: position, end: position };
        expect(await again.ask('rangeFormatting', { range, options }), file.id).toEqual([]);
        expect(await again.ask('onTypeFormatting', { position, ch: '\n', options }), file.id).toEqual([]);
      }
      expect(await again.close()).toEqual([]);
    }
  });

  it('tasks are renamed wherever they stand', async () => {
    let count = 0;
    for (const file of files) {
      const before = verdict(file.files, file.uri);
      for (const position of file.cursors(/^\s*\+\w(?=[\w-]*:)/gm, 3)) {
        const newName = '+another_name';
        const edit = await file.ask<WorkspaceEdit>('rename', { position, newName }).catch(() => undefined);
        if (!edit) continue;
        const after = edited(file.files, edit);
        expect(after.get(file.uri), file.id).toContain(newName);
        expect(verdict(after, file.uri), file.id).toBe(before);
        count++;
      }
    }
    expect(count).toBeGreaterThan(40);
  });

  it('workflows are found by name, and call what they link to', async () => {
    let calls = 0;
    for (const file of files) {
      const found = await file.connection.request<WorkspaceSymbol[]>('workspace/symbol', { query: '' });
      expect(
        found.map(({ location }) => location.uri),
        file.id,
      ).toContain(file.uri);
      const position = { line: 0, character: 0 };
      const [item] = (await file.ask<CallHierarchyItem[] | null>('prepareCallHierarchy', { position })) ?? [];
      const outgoing = await file.connection.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
        item,
      });
      const links = await file.ask<DocumentLink[]>('documentLink');
      for (const { to, fromRanges } of outgoing) {
        calls++;
        expect(fromRanges.length).toBeGreaterThan(0);
        expect(
          links.map(({ target }) => target),
          file.id,
        ).toContain(to.uri);
      }
    }
    expect(calls).toBeGreaterThan(0);
  });

  it('lenses, hints and actions have texts and places', async () => {
    let lenses = 0;
    for (const file of files) {
      const whole = { start: { line: 0, character: 0 }, end: file.document.positionAt(file.text.length) };
      for (const { range, command } of await file.ask<CodeLens[]>('codeLens')) {
        expect(range.start.line, file.id).toBeLessThan(file.document.lineCount);
        expect(command?.title, file.id).toMatch(/\w/);
        lenses++;
      }
      for (const { position } of await file.ask<InlayHint[]>('inlayHint', { range: whole }))
        expect(file.document.positionAt(file.document.offsetAt(position)), file.id).toEqual(position);
      const context = { diagnostics: [] };
      for (const { title } of await file.ask<CodeAction[]>('codeAction', { range: whole, context }))
        expect(title, file.id).not.toMatch(/\{\d\}/);
    }
    expect(lenses).toBeGreaterThan(files.length);
  });
});

async function symbolsOf(file: OpenWorkflow): Promise<DocumentSymbol[]> {
  const flat = (list: DocumentSymbol[] = []): DocumentSymbol[] => list.flatMap((one) => [one, ...flat(one.children)]);
  return flat(await file.ask<DocumentSymbol[]>('documentSymbol'));
}
