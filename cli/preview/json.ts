import { render } from '../../core/text/text.ts';
import type { PreparedPreview } from '../../runner/preview/prepare.ts';
import type { PreviewResult } from '../../runner/preview/send.ts';

/** JSON leaves these control characters as they are, and some terminals obey them. */
function escaped(json: string): string {
  return json.replace(/[\u007f-\u009f]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}

/** The whole preview as one JSON object, secrets masked; `response` and `verdict` are null where nothing was sent. */
export function jsonOf(prepared: PreparedPreview, result: PreviewResult | undefined): string {
  const { task, operator, shown, warnings } = prepared;
  const sent = result?.kind === 'sent' ? result : undefined;
  const object = {
    task: task.fullName,
    operator,
    request: shown ?? null,
    warnings: warnings.map((warning) => render(warning)),
    sent: sent?.requests ?? [],
    declined: result?.kind === 'declined' ? render(result.question.message) : null,
    response: sent?.response
      ? { ...sent.response, milliseconds: Math.round(sent.milliseconds), body: sent.body ?? null }
      : null,
    verdict: sent
      ? {
          ...sent.verdict,
          advice: sent.verdict.advice.map((text) => render(text)),
          mends: sent.verdict.mends.map(({ option, value }) => ({ option, value })),
        }
      : null,
    workflow: sent?.definition?.text ?? null,
    tasks: (sent?.definition?.tasks ?? []).map(({ start, end, ...told }) => told),
  };
  return escaped(JSON.stringify(object, null, 2));
}
