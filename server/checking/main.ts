/**
 * What finds: all of the server that a document needs as soon as it is open. A bundle of its own, loaded when `initialize` is answered, so that an
 * editor's start does not wait for it. What answers requests (`analysis/main.ts`) comes with the first of them.
 */
export { checkFile } from '../../core/check.ts';
export { ChangingFile } from '../../core/checking/changingFile.ts';
export { fileVerdict } from '../../core/project/verdict.ts';
export { uniqueFindings } from '../../core/rules/order.ts';
