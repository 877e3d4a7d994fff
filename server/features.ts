import { checkProject } from './features/checkProject.ts';
import { codeAction } from './features/codeAction.ts';
import { codeLens } from './features/codeLens.ts';
import { completion } from './features/completion.ts';
import { definition } from './features/definition.ts';
import { documentLink } from './features/documentLink.ts';
import { documentSymbol } from './features/documentSymbol.ts';
import { foldingRange } from './features/foldingRange.ts';
import { hover } from './features/hover.ts';
import { selectionRange } from './features/selectionRange.ts';
import type { Feature } from './services.ts';

/** Every LSP feature of the server. */
export const features: readonly Feature[] = [
  checkProject,
  codeAction,
  codeLens,
  completion,
  definition,
  documentLink,
  documentSymbol,
  foldingRange,
  hover,
  selectionRange,
];
