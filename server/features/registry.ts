import type { Feature } from '../services.ts';
import { callHierarchy } from './callHierarchy.ts';
import { checkProject } from './checkProject.ts';
import { codeAction } from './codeAction.ts';
import { codeLens } from './codeLens.ts';
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { documentation } from './documentation.ts';
import { documentHighlight } from './documentHighlight.ts';
import { documentLink } from './documentLink.ts';
import { documentSymbol } from './documentSymbol.ts';
import { foldingRange } from './foldingRange.ts';
import { formatting } from './formatting.ts';
import { hover } from './hover.ts';
import { inlayHint } from './inlayHint.ts';
import { references } from './references.ts';
import { rename } from './rename.ts';
import { renameFiles } from './renameFiles.ts';
import { resolve } from './resolve.ts';
import { selectionRange } from './selectionRange.ts';
import { semanticTokens } from './semanticTokens.ts';
import { sessions } from './sessions.ts';
import { signatureHelp } from './signatureHelp.ts';
import { workspaceSymbol } from './workspaceSymbol.ts';

/** Every LSP feature of the server. */
export const features: readonly Feature[] = [
  callHierarchy,
  checkProject,
  codeAction,
  codeLens,
  completion,
  definition,
  documentation,
  documentHighlight,
  documentLink,
  documentSymbol,
  foldingRange,
  formatting,
  hover,
  inlayHint,
  references,
  rename,
  renameFiles,
  resolve,
  selectionRange,
  semanticTokens,
  sessions,
  signatureHelp,
  workspaceSymbol,
];
