// The web side of a web-powered workflow, with Node alone.
//
//   node service.mjs [--port 8321]
//
// POST /services/workflow/   checks method, headers and JSON body, and answers with a workflow made for that request
// POST /services/callback/   prints what the workflow reports when it is done or has failed
import { createServer } from 'node:http';
import { workflowFor } from './workflows.mjs';

const expected = { 'x-api-key': 'example-key', 'x-username': 'example-user', authorization: 'Bearer example-token' };
const largestBody = 64 * 1024;
const port = portFrom(process.argv.slice(2));

const server = createServer((request, response) => {
  answer(request, response).catch((error) =>
    send(response, 500, 'text/plain', `The service failed: ${error.message}\n`),
  );
});
server.on('error', (error) => {
  console.error(
    error.code === 'EADDRINUSE' ? `Port ${port} is in use: is the service running already?` : error.message,
  );
  process.exit(1);
});
server.listen(port, '127.0.0.1', () => say(`listening on http://127.0.0.1:${port}`));

async function answer(request, response) {
  const { pathname } = new URL(request.url, 'http://service');
  if (pathname === '/services/workflow/') return withBody(request, response, giveWorkflow);
  if (pathname === '/services/callback/') return withBody(request, response, takeCallback);
  return refuse(request, response, 404, `No such path: ${pathname}`);
}

/** Calls `handle(response, body)` when method, headers and JSON body are as they must be, and says what is wrong otherwise. */
async function withBody(request, response, handle) {
  if (request.method !== 'POST') return refuse(request, response, 405, `Send a POST, not a ${request.method}`);
  for (const [name, value] of Object.entries(expected)) {
    if (request.headers[name] !== value)
      return refuse(request, response, 401, `The header ${name} is missing or wrong`);
  }
  if (request.headers['content-type']?.split(';')[0] !== 'application/json') {
    return refuse(request, response, 415, 'The body must be application/json (content_format: json)');
  }
  const text = await read(request);
  if (text === undefined) return refuse(request, response, 413, `The body is larger than ${largestBody} bytes`);
  let body;
  try {
    body = JSON.parse(text);
  } catch (error) {
    return refuse(request, response, 400, `The body is no JSON: ${error.message}`);
  }
  for (const key of ['workflow', 'session_id', 'time']) {
    if (typeof body?.[key] !== 'string')
      return refuse(request, response, 400, `The body must hold the text ${JSON.stringify(key)}`);
  }
  if (!/^[\w.-]+$/.test(body.workflow))
    return refuse(request, response, 400, 'A workflow name is letters, digits, _ . and -');
  say(`${request.method} ${request.url}  workflow=${body.workflow} session_id=${body.session_id}`);
  return handle(response, body);
}

function giveWorkflow(response, body) {
  const { type, text } = workflowFor(body, { service: `http://127.0.0.1:${port}`, headers: expected });
  say(`  -> 200 ${type}, ${Buffer.byteLength(text)} bytes`);
  send(response, 200, type, text);
}

function takeCallback(response, body) {
  say(`  CALLBACK status=${body.status} workflow=${body.workflow} time=${body.time}`);
  send(response, 200, 'application/json', '{"received":true}\n');
}

function refuse(request, response, status, why) {
  say(`${request.method} ${request.url}  -> ${status} ${why}`);
  send(response, status, 'text/plain', `${why}\n`);
}

function send(response, status, type, text) {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text);
}

/** The body's text; undefined where it is too large. */
async function read(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  return size <= largestBody ? Buffer.concat(chunks).toString('utf8') : undefined;
}

function portFrom(args) {
  const at = args.indexOf('--port');
  const value = at < 0 ? 8321 : Number(args[at + 1]);
  if (Number.isInteger(value) && value > 0 && value < 65536) return value;
  console.error('--port takes a number from 1 to 65535');
  return process.exit(2);
}

function say(line) {
  console.log(`[service] ${line}`);
}
