import type { SessionChoice, SessionParams } from '../../protocol.ts';

/** What a client sends as its session; whatever has the wrong shape counts as absent. Before it has chosen, what a run begins with. */
export function readSession(sent: unknown): SessionParams {
  const folders = isRecord(sent) && isRecord(sent.folders) ? sent.folders : {};
  return {
    ...readChoice(sent),
    folders: Object.fromEntries(Object.entries(folders).map(([uri, choice]) => [uri, readChoice(choice)])),
  };
}

/** The choice that counts for a document. */
export function choiceFor(session: SessionParams, uri: string): SessionChoice {
  const around = Object.entries(session.folders ?? {}).filter(
    ([folder]) => uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`),
  );
  const [innermost] = around.sort(([one], [other]) => other.length - one.length);
  return innermost?.[1] ?? session;
}

function readChoice(sent: unknown): SessionChoice {
  if (!isRecord(sent)) return { sessionTime: null };
  const { sessionTime, params, paramsFile } = sent;
  const texts = isRecord(params) ? Object.entries(params).filter(isText) : [];
  return {
    sessionTime: typeof sessionTime === 'string' && sessionTime !== '' ? sessionTime : null,
    params: Object.fromEntries(texts),
    ...(typeof paramsFile === 'string' && paramsFile !== '' && { paramsFile }),
  };
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
