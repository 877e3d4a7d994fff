import { type ExtensionContext, type LogOutputChannel, window } from 'vscode';

/** The extension's one output channel; its level is VS Code's own ("Developer: Set Log Level"). */
export function createLog(context: ExtensionContext): LogOutputChannel {
  const log = window.createOutputChannel('Digkit', { log: true });
  context.subscriptions.push(log);
  return log;
}
