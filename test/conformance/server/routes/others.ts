import { getLogText, listLogFiles } from '../../../../runner/net/digdag/calls/logs.ts';
import { checkVersion, getVersion } from '../../../../runner/net/digdag/calls/versions.ts';
import type { Route } from '../route.ts';

export const otherRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/version', call: () => getVersion() },
  { method: 'GET', path: '/api/version/check', call: ({ query }) => checkVersion(query.text('client')) },
  {
    method: 'GET',
    path: '/api/logs/{attempt}/files',
    call: ({ part, query }) =>
      listLogFiles(part('attempt'), {
        task: query.optionalText('task'),
        directDownload: query.optionalFlag('direct_download'),
      }),
  },
  {
    method: 'GET',
    path: '/api/logs/{attempt}/files/{file}',
    call: ({ part }) => getLogText(part('attempt'), part('file')),
  },
];
