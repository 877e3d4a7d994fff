import type { CodeAction, CodeActionParams } from 'vscode-languageserver/node';
import type { CheckedFile } from '../../../core/check.ts';
import { hasTooManyCopies } from '../../../core/project/load.ts';
import type { Refactoring } from '../../../core/refactor/refactoring.ts';
import { refactoringsFor } from '../../../core/refactor/refactorings.ts';
import { surveyTasks } from '../../../core/workflow/survey.ts';
import type { TaskNode } from '../../../core/workflow/taskNode.ts';
import type { Services } from '../../services.ts';
import type { OpenDocument } from '../../workspace/openDocument.ts';
import { canApply, workspaceEdit } from '../../workspaceEdit.ts';
import { rootOf } from '../position/taskAt.ts';
import { isWanted, kinds } from './kinds.ts';
import { fixAll, quickFixes } from './quickFixes.ts';

/** What a refactoring's action carries until its edits are asked for. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
}

/** The code actions at a range. Those of `source` only where they are asked for: VS Code does so when a file is saved. */
export function actionsFor(
  services: Services,
  document: OpenDocument,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
): CodeAction[] {
  const { only } = context;
  const start = document.offsetAt(range.start);
  const end = document.offsetAt(range.end);
  return [
    ...(isWanted(kinds.quickFix, only) ? quickFixes(services, document, { range, context }) : []),
    ...(only && isWanted(kinds.fixAll, only) ? fixAll(services, document) : []),
    ...(wantsRefactorings(only) ? refactorings(services, document, start, end) : []),
  ].filter(({ kind }) => isWanted(kind ?? '', only));
}

function wantsRefactorings(only: readonly string[] | undefined): boolean {
  return !only || [kinds.extract, kinds.inline, kinds.rewrite].some((kind) => isWanted(kind, only));
}

/** A large group has many edits, and the cursor moves often: they are made when one is chosen, where the client can ask for them. */
function refactorings(services: Services, document: OpenDocument, start: number, end: number): CodeAction[] {
  const data: ActionData = { uri: document.uri, version: document.version, start, end };
  return offered(services, document, start, end).map((refactoring) => ({
    title: services.say(refactoring.title),
    kind: kinds[refactoring.kind],
    ...(services.client.resolvesActions ? { data } : { edit: editOf(services, refactoring) }),
  }));
}

/** The action with its edits; as it came where the text has changed meanwhile. */
export function resolveAction(services: Services, action: CodeAction): CodeAction {
  const data: ActionData | undefined = action.data;
  const document = data && services.documents.get(data.uri);
  if (!document || document.version !== data.version) return action;
  const chosen = offered(services, document, data.start, data.end).find(
    ({ title, kind }) => services.say(title) === action.title && kinds[kind] === action.kind,
  );
  return chosen ? { ...action, edit: editOf(services, chosen) } : action;
}

function offered(services: Services, document: OpenDocument, start: number, end: number): readonly Refactoring[] {
  if (document.isTemplate) return [];
  const checked = services.checked(document);
  const root = writtenRoot(checked);
  if (!root) return [];
  const { path, project, file } = checked;
  return refactoringsFor({ fs: services.files, path, text: file.text, project, file, root, start, end }).filter(
    (refactoring) => canApply(services, refactoring) && !(refactoring.files && document.detached),
  );
}

/** Without the `_workdir` that Digdag exports to a file in a folder. */
function writtenRoot(checked: CheckedFile): TaskNode | undefined {
  const { project, path, file } = checked;
  const name = project.nameOf(path);
  if (!name.includes('/') || !file.config || hasTooManyCopies(file)) return rootOf(checked);
  return surveyTasks('', `+${name}`, file.config, { path, start: 0, end: 0 });
}

function editOf(services: Services, { edits, files }: Refactoring): NonNullable<CodeAction['edit']> {
  return workspaceEdit(services, edits, files);
}
