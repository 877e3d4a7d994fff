/**
 * The answers of features: all of the server that knows Digdag but the check. A bundle of its own, loaded by the first request, so that neither an
 * editor's start nor the first findings wait for it. Nothing below this folder imports the protocol's library but its types.
 */
export { format } from '../../core/format/format.ts';
export { indentNewLine } from '../../core/format/newLine.ts';
export { nodeEvaluator } from '../../host/evaluator.ts';
export { actionsFor, resolveAction } from './actions/actionsFor.ts';
export { completionsAt } from './completion/completionsAt.ts';
export { hintsIn } from './hints/hintsIn.ts';
export { catalogText } from './hover/catalogText.ts';
export { documentationAt } from './hover/documentationAt.ts';
export { hoverAt } from './hover/hoverAt.ts';
export { signatureAt } from './hover/signatureAt.ts';
export { lensesIn } from './lenses/lensesIn.ts';
export { definitionsAt } from './navigation/definitionsAt.ts';
export { fileLinks } from './navigation/fileLinks.ts';
export { spansAround } from './position/spansAround.ts';
export { rootOf } from './position/taskAt.ts';
export { typedAt } from './position/typed.ts';
export { resolveFile } from './resolve/resolveFile.ts';
export { signalOf } from './signal.ts';
export { calledBy, callsOf, workflowAt } from './symbols/calls.ts';
export { editForRenames, tellComputed } from './symbols/editForRenames.ts';
export { findSymbol, occurrencesInFile } from './symbols/find.ts';
export { renameAt, renamedAt } from './symbols/rename.ts';
export { symbolsLike } from './symbols/workspaceSymbols.ts';
export { definitionsInTemplate } from './templates/definitionsInTemplate.ts';
export { hoverInTemplate } from './templates/hoverInTemplate.ts';
export { usersOf } from './templates/usersOf.ts';
export { tokensIn } from './tokens/tokensIn.ts';
export { readSession } from './variables/session.ts';
export { sessionsOf } from './variables/sessionsOf.ts';
export { SessionSources } from './variables/sources.ts';
