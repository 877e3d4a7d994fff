import type { Finding } from '../../core/rules/finding.ts';
import type { Services } from '../services.ts';
import type { OpenDocument } from '../workspace/openDocument.ts';
import { toDiagnostics } from './convert.ts';

/** Sends the client what is found in files, and nothing twice: a file hears of its diagnostics when they, or its text, are others than before. */
export class DiagnosticsSender {
  /** What was sent last for each URI that has something to show, or is open; a document that is opened again hears of it again. */
  readonly #sent = new Map<string, { readonly document: OpenDocument | undefined; readonly message: string }>();

  constructor(
    private readonly services: Services,
    private readonly openAt: (path: string) => OpenDocument | undefined,
  ) {}

  send(path: string, findings: readonly Finding[]): void {
    const { services } = this;
    const document = this.openAt(path);
    const uri = services.uri(path);
    const diagnostics = toDiagnostics(findings, services);
    const message = { uri, diagnostics, ...(document && { version: document.version }) };
    const written = JSON.stringify(message);
    const last = this.#sent.get(uri);
    if (last?.message === written && last.document === document) return;
    if (document || findings.length > 0) this.#sent.set(uri, { document, message: written });
    else if (!this.#sent.delete(uri)) return;
    services.connection.sendDiagnostics(message).catch((error: unknown) => {
      services.connection.console.error(`Diagnostics could not be sent: ${String(error)}`);
    });
  }
}
