import { fields, integer, orNull, type Reader, text } from '../read.ts';

/** RestLogFileHandle: the log of one run of a task. A task that is tried again, or writes much, has several. */
export interface LogFile {
  readonly fileName: string;
  /** Compressed bytes so far. */
  readonly fileSize: number;
  readonly taskName: string;
  /** In UTC; files are shown in this order. */
  readonly fileTime: string;
  readonly agentId: string;
  /** The URL at a remote storage. */
  readonly direct: string | null;
}

export const readLogFile: Reader<LogFile> = (value, at) => {
  const field = fields(value, at);
  return {
    fileName: field('fileName', text),
    fileSize: field('fileSize', integer),
    taskName: field('taskName', text),
    fileTime: field('fileTime', text),
    agentId: field('agentId', text),
    direct: field('direct', orNull(text)),
  };
};
