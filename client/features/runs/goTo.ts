import { Position, Range, Uri, window } from 'vscode';
import type { TaskRecord } from './runRecord.ts';

/** Shows where a task is written, as the file was when the run began. */
export async function goTo({ source }: TaskRecord): Promise<void> {
  if (!source) return;
  const at = new Position(source.line - 1, source.column - 1);
  await window.showTextDocument(Uri.file(source.path), { selection: new Range(at, at), preview: true });
}
