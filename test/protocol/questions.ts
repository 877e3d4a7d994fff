const range = { start: { line: 0, character: 0 }, end: { line: 4, character: 0 } };
const options = { tabSize: 2, insertSpaces: true };

/** Every request about a document (behind `textDocument/`), with what it is asked beside document and position. */
export const questions: Readonly<Record<string, object>> = {
  codeAction: { range, context: { diagnostics: [] } },
  codeLens: {},
  completion: {},
  definition: {},
  documentHighlight: {},
  documentLink: {},
  documentSymbol: {},
  foldingRange: {},
  formatting: { options },
  hover: {},
  inlayHint: { range },
  onTypeFormatting: { options, ch: '\n' },
  prepareCallHierarchy: {},
  prepareRename: {},
  rangeFormatting: { options, range },
  references: { context: { includeDeclaration: true } },
  rename: { newName: 'w' },
  signatureHelp: {},
  selectionRange: { positions: [{ line: 2, character: 11 }] },
  'semanticTokens/full': {},
  'semanticTokens/range': { range },
};
