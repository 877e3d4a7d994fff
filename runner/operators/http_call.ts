import { definitionText } from '../../core/http/definition.ts';
import { loadFetched } from '../../core/http/fetchedWorkflow.ts';
import { exchangeOnce, orFail } from './httpExchange.ts';
import type { Operator } from './operator.ts';
import { workdirOf } from './workspace.ts';

/**
 * http_call>: fetches a workflow and runs it in this task's place. Digdag writes it to http_call.dig in the working directory, where
 * it becomes a workflow of the project; here it stays in memory (docs/differences.md).
 */
export const operator: Operator = {
  retries: true,
  async run(context) {
    const { request, answer } = await exchangeOnce(context, 'http_call');
    const text = orFail(definitionText(request, answer));
    context.log('info', `Fetched definition for http_call>:\n${text}`);
    const fetched = loadFetched(text, context.files, context.projectDirectory, workdirOf(context));
    return { subtasks: orFail(fetched).definition };
  },
};
