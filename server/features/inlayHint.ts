import type { InlayHint, InlayHintParams } from 'vscode-languageserver/node';
import type { Feature } from '../services.ts';

/** Inlay hints: the value of `${…}` behind it, where the setting `digkit.inlayHints` asks for them. */
export const inlayHint: Feature = {
  capabilities: { inlayHintProvider: true },
  register(services) {
    services.connection.languages.inlayHint.on(
      services.handlers
        .taking('range')
        .document<InlayHintParams, InlayHint[]>('inlay hints', [], async (document, { range }, token) => {
          const { inlayHints } = services.settings(document);
          if (inlayHints === 'off') return [];
          const part = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
          const hints = await services.analysis.hintsIn(services, document, part, inlayHints, token);
          return hints.map(({ offset, value, whole }) => ({
            position: document.positionAt(offset),
            label: `= ${value}`,
            paddingLeft: true,
            ...(whole !== undefined && { tooltip: whole }),
          }));
        }),
    );
  },
};
