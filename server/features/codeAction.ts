import type { CodeAction, CodeActionParams } from 'vscode-languageserver/node';
import type { Feature } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';

/** Quick fixes of findings, all safe ones at once (`source.fixAll.digkit`), and refactorings. */
export const codeAction: Feature = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [
        'quickfix',
        'source.fixAll',
        'source.fixAll.digkit',
        'refactor.extract',
        'refactor.inline',
        'refactor.rewrite',
      ],
      resolveProvider: true,
    },
  },
  register(services) {
    const { connection, handlers } = services;
    connection.onCodeAction(
      handlers
        .taking('range', 'context')
        .document<CodeActionParams, CodeAction[]>('code actions', [], actions, actions),
    );
    connection.onCodeActionResolve(
      handlers.request('code action', async (action: CodeAction) => services.analysis.resolveAction(services, action)),
    );

    function actions(document: OpenDocument, params: CodeActionParams): CodeAction[] {
      return services.analysis.actionsFor(services, document, params);
    }
  },
};
