import type { CodeLens, CodeLensParams } from 'vscode-languageserver/node';
import type { Feature } from '../services.ts';

/** Run, Check and Preview above workflows and tasks. */
export const codeLens: Feature = {
  capabilities: { codeLensProvider: {} },
  register(services) {
    services.connection.onCodeLens(
      services.handlers.document<CodeLensParams, CodeLens[]>('code lenses', [], (document) =>
        services.settings(document)['codeLens.enabled'] && !document.detached
          ? services.analysis.lensesIn(services, document)
          : [],
      ),
    );
  },
};
