import { l10n, type QuickPickItem, QuickPickItemKind, type Uri, window } from 'vscode';
import { type SessionsParams, type SessionsResult, sessionsRequest } from '../../../server/protocol.ts';
import { nameOf } from '../../platform/paths.ts';
import type { ChosenSessions } from '../../platform/settings.ts';
import type { LanguageServer } from '../languageServer/languageServer.ts';
import { chooseProfileFile, createProfile, type ProfileFile, profilesFor } from './profiles.ts';
import { localTime, shortTime } from './sessionTexts.ts';
import { typedTime } from './typedTime.ts';

/** A row of the list, and what taking it does. */
interface Row extends QuickPickItem {
  readonly take?: () => Promise<void>;
}

/** Lets a person choose the session, or the profile, of the folder around a file. */
export async function chooseSession(
  uri: Uri | undefined,
  server: LanguageServer,
  sessions: ChosenSessions,
): Promise<void> {
  const found = uri && (await askFor(uri, server));
  const rows: Row[] = [
    separator(l10n.t('Session time')),
    ...sessionRows(uri, found ?? undefined, sessions),
    separator(l10n.t('Parameter profile')),
    ...(await profileRows(uri, sessions)),
  ];
  const picked = await window.showQuickPick(rows, {
    title: l10n.t('Digdag session of values, runs and previews'),
    placeHolder: found
      ? l10n.t('Shown now: {0} ({1})', shortTime(found.shown), found.zone)
      : l10n.t('Session or profile'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  await picked?.take?.();
}

/** The next times of a workflow's schedule; one of them can be taken as the session. */
export async function showSchedule(uri: Uri, server: LanguageServer, sessions: ChosenSessions): Promise<void> {
  const found = await askFor(uri, server);
  if (!found || found.upcoming.length === 0) {
    const none = found?.last === null ? l10n.t('This workflow has no schedule that fires.') : undefined;
    await window.showInformationMessage(none ?? l10n.t('The schedule of this file is not known.'));
    return;
  }
  const rows = found.upcoming.map(({ time, runTime }): Row => {
    const take = (): Promise<void> => sessions.choose(uri, { ...sessions.of(uri), session: localTime(time) });
    return { label: `$(calendar) ${localTime(runTime)}`, description: l10n.t('session {0}', localTime(time)), take };
  });
  const picked = await window.showQuickPick(rows, {
    title: l10n.t('Next runs, in {0}', found.zone),
    placeHolder: l10n.t('Take one as the session that values are shown for'),
  });
  await picked?.take?.();
}

function askFor(uri: Uri, server: LanguageServer): Promise<SessionsResult | null | undefined> {
  const params: SessionsParams = { uri: uri.toString() };
  return server.ask<SessionsResult | null>(sessionsRequest, params);
}

function sessionRows(uri: Uri | undefined, found: SessionsResult | undefined, sessions: ChosenSessions): Row[] {
  const choice = sessions.of(uri);
  const row = (label: string, session: string | undefined, time: string | undefined): Row => {
    const { session: _, ...others } = choice;
    const take = () => sessions.choose(uri, session === undefined ? others : { ...others, session });
    const shown = time === undefined ? {} : { description: localTime(time) };
    return { ...marked(label, choice.session === session), ...shown, take };
  };
  const [next] = found?.upcoming ?? [];
  const known = [undefined, 'now', 'daily', 'schedule', 'next_schedule'];
  return [
    row(l10n.t('As the settings say, or as a run begins'), undefined, undefined),
    row(l10n.t('Now'), 'now', found?.now),
    row(l10n.t('Today'), 'daily', found?.today),
    ...(found?.last == null ? [] : [row(l10n.t('Last scheduled time'), 'schedule', found.last)]),
    ...(next ? [row(l10n.t('Next scheduled time'), 'next_schedule', next.time)] : []),
    ...(known.includes(choice.session) ? [] : [row(choice.session ?? '', choice.session, undefined)]),
    {
      ...marked(l10n.t('A time …'), false),
      description: 'yyyy-MM-dd[ HH:mm:ss]',
      take: async () => {
        const session = await typedTime(found && localTime(found.shown));
        if (session !== undefined) await sessions.choose(uri, { ...choice, session });
      },
    },
  ];
}

async function profileRows(uri: Uri | undefined, sessions: ChosenSessions): Promise<Row[]> {
  const { profile: current, ...others } = sessions.of(uri);
  const choose = (profile: string | undefined): Promise<void> =>
    sessions.choose(uri, profile === undefined ? others : { ...others, profile });
  const files = await searched(uri, sessions);
  const known = files.some((file) => file.uri.toString() === current);
  const asked = (ask: (uri: Uri | undefined) => Promise<Uri | undefined>) => async (): Promise<void> => {
    const file = await ask(uri);
    if (file) await choose(file.toString());
  };
  return [
    { ...marked(l10n.t('No profile'), current === undefined), take: () => choose(undefined) },
    ...(current === undefined || known ? [] : [{ ...marked(nameOf(current), true), take: () => choose(current) }]),
    ...files.map(({ uri: file, label, folder }): Row => {
      const value = file.toString();
      return { ...marked(label, value === current), description: folder, take: () => choose(value) };
    }),
    { ...marked(l10n.t('Choose a file …'), false), take: asked(chooseProfileFile) },
    { ...marked(l10n.t('Create a profile …'), false), take: asked(createProfile) },
  ];
}

/** The search is a program of VS Code's that may be missing or fail: a file can be chosen all the same. */
async function searched(uri: Uri | undefined, sessions: ChosenSessions): Promise<readonly ProfileFile[]> {
  try {
    return await profilesFor(uri, sessions.runSettings(uri).profiles);
  } catch (error) {
    window.setStatusBarMessage(l10n.t('Profiles could not be searched for: {0}', String(error)), 5000);
    return [];
  }
}

function marked(label: string, isChosen: boolean): { readonly label: string } {
  return { label: `${isChosen ? '$(check)' : '$(blank)'} ${label}` };
}

function separator(label: string): Row {
  return { label, kind: QuickPickItemKind.Separator };
}
