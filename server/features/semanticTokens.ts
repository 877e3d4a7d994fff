import {
  SemanticTokenModifiers,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
  SemanticTokenTypes,
} from 'vscode-languageserver/node';
import type { Token } from '../analysis/tokens/tokensIn.ts';
import type { Feature, Services } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';

const types: Readonly<Record<Token['kind'], SemanticTokenTypes>> = {
  task: SemanticTokenTypes.class,
  operator: SemanticTokenTypes.function,
  option: SemanticTokenTypes.keyword,
  parameter: SemanticTokenTypes.property,
  variable: SemanticTokenTypes.variable,
};

const legend = {
  tokenTypes: Object.values<string>(types),
  tokenModifiers: [SemanticTokenModifiers.declaration as string, SemanticTokenModifiers.defaultLibrary],
};

/** Semantic tokens of tasks, operators, options, parameters and variables, of the whole document or a part. */
export const semanticTokens: Feature = {
  capabilities: { semanticTokensProvider: { legend, full: true, range: true } },
  register(services) {
    const { semanticTokens: on } = services.connection.languages;
    const nothing: SemanticTokens = { data: [] };
    on.on(
      services.handlers.document<SemanticTokensParams, SemanticTokens>('semantic tokens', nothing, (document) =>
        tokensOf(services, document, 0, document.text.length),
      ),
    );
    on.onRange(
      services.handlers
        .taking('range')
        .document<SemanticTokensRangeParams, SemanticTokens>(
          'semantic tokens of a range',
          nothing,
          (document, { range }) =>
            tokensOf(services, document, document.offsetAt(range.start), document.offsetAt(range.end)),
        ),
    );
  },
};

function tokensOf(services: Services, document: OpenDocument, start: number, end: number): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const token of services.analysis.tokensIn(services, document, start, end)) {
    const at = document.positionAt(token.start);
    const modifiers = (token.declares ? 1 : 0) | (token.builtIn ? 2 : 0);
    builder.push(
      at.line,
      at.character,
      token.end - token.start,
      legend.tokenTypes.indexOf(types[token.kind]),
      modifiers,
    );
  }
  return builder.build();
}
