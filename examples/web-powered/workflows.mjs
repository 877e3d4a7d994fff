// The workflows that the example's service serves, by the name that the caller asks for.

const yaml = 'application/x-yaml';

/**
 * The answer to a request for `body.workflow`:
 *   test_call.dig       a child that reports back when it is done
 *   unsupported.dig     the same with a Content-Type that Digdag does not take
 *   broken.dig          a text that is no workflow
 *   anything else       a child that fails, so that its _error reports back
 */
export function workflowFor(body, { service, headers }) {
  const report = (status) => callback({ service, headers, body, status });
  switch (body.workflow) {
    case 'test_call.dig':
      return { type: yaml, text: child(body, 'echo "child of ${session_uuid} runs"', report) };
    case 'unsupported.dig':
      return { type: 'text/html', text: child(body, 'echo "never run"', report) };
    case 'broken.dig':
      return { type: yaml, text: '+child_task:\n  sh>: echo "one"\n  echo>: two\n' };
    default:
      return { type: yaml, text: child(body, `echo "no workflow is known as $WORKFLOW"; exit 1`, report) };
  }
}

function child(body, script, report) {
  return `# made for session ${body.session_id.replace(/[^\w-]/g, '')}
_error:
${indent(report('failed'))}

+child_task:
  sh>: ${script}
  _env:
    WORKFLOW: ${JSON.stringify(body.workflow)}

+done:
${indent(report('ok'))}
`;
}

/** An `http>` task that tells the service how the workflow ended. */
function callback({ service, headers, body, status }) {
  return `http>: ${service}/services/callback/
method: POST
content_format: json
content:
  workflow: ${JSON.stringify(body.workflow)}
  session_id: "\${session_uuid}"
  status: ${status}
  time: "\${session_time}"
headers:
  - x-api-key: ${JSON.stringify(headers['x-api-key'])}
  - x-username: ${JSON.stringify(headers['x-username'])}
  - Authorization: ${JSON.stringify(headers.authorization)}
timeout: 5`;
}

function indent(text) {
  return text.replace(/^/gm, '  ');
}
