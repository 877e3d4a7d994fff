import { type LogFile, readLogFile } from '../answers/logFile.ts';
import { type Call, get } from '../call.ts';
import { logText } from '../logText.ts';
import { inField, listOf } from '../read.ts';
import { path, query } from '../target.ts';

interface LogFilter {
  /** What the full name of the task begins with. */
  readonly task?: string | undefined;
  /** False: no URLs of a remote storage. */
  readonly directDownload?: boolean | undefined;
}

/** Log files of an attempt: none for groups, for tasks that were skipped, and where the server keeps no logs. */
export function listLogFiles(attemptId: string, filter: LogFilter = {}): Call<LogFile[]> {
  const target = path`/api/logs/${attemptId}/files` + query({ ...filter });
  return get(target, inField('files', listOf(readLogFile)));
}

/**
 * The text of a log file, as far as it is written while the task runs.
 * @param maxBytes of the text; more is an AnswerError
 */
export function getLogText(attemptId: string, fileName: string, maxBytes = 32 * 1024 * 1024): Call<string> {
  const target = path`/api/logs/${attemptId}/files/${fileName}`;
  return { request: { method: 'GET', target, headers: {} }, read: ({ body }) => logText(body, maxBytes) };
}
