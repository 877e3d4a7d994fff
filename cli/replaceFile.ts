import { realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';

/** Replaces a file's text: written beside it and renamed, so that a full disk or a kill leaves the old file whole. */
export function replaceFile(path: string, text: string): void {
  const target = realpathSync(path);
  const beside = `${target}.digkit-${process.pid}`;
  writeFileSync(beside, text, { mode: statSync(target).mode });
  renameSync(beside, target);
}
