import { expect, it } from 'vitest';
import { unlinked } from './unlinked.ts';

/** As VS Code finds links in the text of a notification (base/common/linkedText.ts). */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;

it.each([
  'HTTP 4XX: [Mend it](command:workbench.action.terminal.sendSequence?%7B%7D)',
  '[[a](command:x)](command:y)',
  '[a](https://example.com "title")',
])('leaves no link in what somebody else wrote: %s', (message) => {
  expect(message).toMatch(link);
  expect(unlinked(message)).not.toMatch(link);
});
