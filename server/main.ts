import { createConnection } from 'vscode-languageserver/node';
import { nodeHost } from './nodeHost.ts';
import { startServer } from './server.ts';

/** The language server's process: over node's IPC where the client asks for it (`--node-ipc`), else over standard input and output. */
const connection = process.argv.includes('--node-ipc')
  ? createConnection()
  : createConnection(process.stdin, process.stdout);

startServer(connection, nodeHost);
