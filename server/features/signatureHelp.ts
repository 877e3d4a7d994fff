import { MarkupKind, type SignatureHelp, type SignatureHelpParams } from 'vscode-languageserver/node';
import type { Feature } from '../services.ts';

/** What a call inside of `${…}` takes, and which argument is typed; on the value of an operator what it needs. */
export const signatureHelp: Feature = {
  capabilities: { signatureHelpProvider: { triggerCharacters: ['(', ','] } },
  register(services) {
    services.connection.onSignatureHelp(
      services.handlers
        .taking('position')
        .document<SignatureHelpParams, SignatureHelp | null>('signatureHelp', null, (document, { position }) => {
          const found = services.analysis.signatureAt(services, document, document.offsetAt(position));
          if (!found) return null;
          const { label, parts, active, meaning } = found;
          const documentation = { kind: MarkupKind.PlainText, value: meaning };
          const parameters = parts.map(([start, end]) => ({ label: [start, end] as [number, number] }));
          return { signatures: [{ label, documentation, parameters }], activeSignature: 0, activeParameter: active };
        }),
    );
  },
};
