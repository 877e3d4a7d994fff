import { text } from '../text/text.ts';
import { refusal } from './support/refusal.ts';

export const exportNotAMap = refusal({
  id: 'export-not-a-map',
  summary: text('An _export that holds no variables'),
  docs: text('Below _export stand variables with their values. Digdag refuses a list, a string or a number there.'),
  message: ({ message }) => text('{0}. Write variables below it, NAME: VALUE.', message),
});
