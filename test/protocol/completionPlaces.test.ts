import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver/node';
import { cursorText } from './cursor.ts';
import { TestConnection } from './testConnection.ts';

const files = {
  'child.dig': '+c:\n  http>: x\n  headers:\n    - Authorization: ${secret:api.token}\n',
  'sub/part.dig': '+c: {echo>: x}\n',
  'queries/q.sql': 'select 1',
  'scripts/load.py':
    'import os\n\nclass Job:\n    def run(self):\n        pass\n    def _own(self):\n        pass\n\ndef main(name):\n    def inner():\n        pass\n',
  'config.yml': 'a: 1\n',
  'queries/signed.sql': "select '${secret:signing.key}'",
  'tasks/report.rb':
    'module Shop\n  class Report\n    def self.monthly\n    end\n    def initialize(x)\n    end\n    def daily(day)\n    end\n    private\n    def own\n    end\n  end\nend\ndef clean!\nend\n',
  'tasks/other.rb': 'def other\nend\n',
};

let connection: TestConnection;
beforeAll(() => {
  connection = new TestConnection({ files });
});
afterAll(async () => {
  expect(connection.errors).toEqual([]);
  await connection.dispose();
});

async function items(marked: string): Promise<CompletionItem[]> {
  const { text, position } = cursorText(marked);
  const uri = await connection.open('main.dig', text);
  const found = await connection.request<CompletionItem[]>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  await connection.close(uri);
  return found;
}

/** A place, what is offered there, and what is not. */
type Place = [place: string, marked: string, offered: string[], not?: string[]];

const keys: readonly Place[] = [
  ['the top', 'timezone: UTC\n|\n', ['schedule', '_export', '+', '_error'], ['timezone', 'echo>', '_do', 'engine']],
  ['a group', '+a:\n  +b:\n    echo>: x\n  |\n', ['_parallel', '_export', '+'], ['echo>', '_do']],
  ['an empty task', '+a:\n  |\n', ['echo>', '_parallel', '+', '_retry']],
  ['a task', '+a:\n  td>: q\n  |\n', ['engine', 'database', '_retry'], ['echo>', '+', '_do', 'td>']],
  ['_do', '+a:\n  loop>: 3\n  _do:\n    |\n', ['+', 'echo>', '_parallel']],
  ['_else_do', '+a:\n  if>: true\n  _else_do:\n    |\n', ['+', 'echo>']],
  ['_error', '_error:\n  |\n', ['mail>', '+']],
  ['_check', '+a:\n  sh>: x\n  _check:\n    |\n', ['+', 'echo>']],
  ['schedule', 'schedule:\n  |\n', ['daily>', 'skip_on_overtime']],
  [
    'schedule with its time',
    'schedule:\n  daily>: 07:00:00\n  |\n',
    ['skip_on_overtime', 'start'],
    ['daily>', 'cron>'],
  ],
  ['_parallel', '+a:\n  _parallel:\n    |\n  +b:\n    echo>: x\n', ['limit']],
  ['_retry', '+a:\n  _retry:\n    |\n', ['limit', 'interval', 'interval_type']],
  ['_retry in brackets', '+a:\n  _retry: {limit: 3, |}\n', ['interval'], ['limit']],
  ['sla', 'sla:\n  |\n', ['time', 'duration', '+'], ['echo>']],
  ['a task of sla', 'sla:\n  time: 08:00\n  +notice:\n    |\n', ['mail>', '+'], ['time']],
  ['docker', '+a:\n  sh>: x\n  docker:\n    |\n', ['image']],
  ['_export', '_export:\n  |\n', ['td', 'http', 'plugin'], ['echo>']],
  ['a section', '_export:\n  td: {|}\n', ['database', 'engine']],
  ['a command', '+a:\n  td>:\n    |\n', ['data']],
  ['brackets', '+a: {echo>: x, |}\n', ['_export'], ['echo>', 'td>']],
  ['brackets of a new task', '+a: {|}\n', ['echo>', '_retry']],
  ['brackets over lines', '+a: {\n  http>: x,\n  |\n}\n', ['method', 'headers'], ['http>']],
  ['a nested map in brackets', '+a: {http>: x, proxy: {enabled: true, |}}\n', ['host', 'port'], ['enabled', 'method']],
  ['header names', '+a:\n  http>: x\n  headers:\n    - |\n', ['Content-Type', 'Accept']],
  ['further headers', '+a:\n  http>: x\n  headers:\n    - Accept: a\n    - |\n', ['Content-Type'], ['Accept']],
  ['headers in brackets', '+a:\n  http>: x\n  headers: [{|}]\n', ['Content-Type']],
  ['free data', '+a:\n  http>: x\n  content:\n    |\n', []],
  ['a broken text above', '+x: {a: [\n+a:\n  ec|\n', ['echo>']],
  ['a tab above', '+x:\n\ta: b\n+a:\n  ec|\n', ['echo>']],
  ['quotes', '+a:\n  "ec|"\n', ['echo>']],
  ['keys below', '+a:\n  |\n  echo>: x\n', ['_export'], ['echo>', 'td>']],
  ['lines with \\r', '+a:\r\n  td>: x\r\n  |\r\n', ['engine'], ['td>']],
];

const values: readonly Place[] = [
  ['words', '+a:\n  td>: q\n  engine: |\n', ['presto', 'hive']],
  ['words in quotes', '+a:\n  td>: q\n  engine: "|"\n', ['presto']],
  ['words in brackets', '+a: {td>: q, engine: |}\n', ['presto']],
  ['words below the key', '+a:\n  td>: q\n  engine:\n    |\n', ['presto']],
  ['booleans', '+a:\n  http>: x\n  store_content: |\n', ['true', 'false']],
  ['an option', '+a:\n  _parallel: |\n  +b:\n    echo>: x\n', ['true']],
  ['a condition', '+a:\n  if>: |\n', ['true', 'false']],
  ['time zones', 'timezone: As|\n', ['Asia/Tokyo', 'UTC']],
  ['cron', 'schedule:\n  cron>: |\n', ['0 7 * * *', '*/15 * * * *']],
  ['daily', 'schedule:\n  daily>: |\n', ['07:00:00']],
  ['queries', '+a:\n  td>: |\n', ['queries/q.sql']],
  ['workflow files', '+a:\n  call>: |\n', ['child.dig', 'sub/part.dig'], ['main.dig']],
  ['workflow names', '+a:\n  require>: |\n', ['child'], ['main', 'child.dig', 'part']],
  ['includes', '!include : |\n', ['config.yml', 'child.dig']],
  [
    'Python',
    '+a:\n  py>: |\n',
    ['scripts.load.main', 'scripts.load.Job.run'],
    ['scripts.load.Job._own', 'scripts.load.inner'],
  ],
  [
    'Ruby, of the file that is required',
    '+a:\n  rb>: |\n  require: tasks/report\n',
    ['Shop::Report.monthly', 'Shop::Report.daily', 'clean!'],
    ['Shop::Report.own', 'Shop::Report.initialize', 'other'],
  ],
  ['Ruby, where no file is required', '+a:\n  rb>: |\n', ['clean!', 'other']],
  [
    '_after',
    '+p:\n  _parallel: true\n  +x:\n    echo>: x\n  +y:\n    echo>: x\n  +a:\n    _after: [+x, |]\n  +z:\n    echo>: x\n',
    ['+y'],
    ['+x', '+a', '+z'],
  ],
  ['_after as a list', '+p:\n  +x:\n    echo>: x\n  +a:\n    _after:\n      - |\n', ['+x'], ['+a']],
  ['_after in brackets', '+p: {+x: {echo>: x}, +a: {_after: [|]}}\n', ['+x']],
  ['header values', '+a:\n  http>: x\n  headers:\n    - Content-Type: |\n', ['application/json']],
  ['a comment', '+a:\n  # ec|\n', []],
  ['behind a comment', '+a:\n  echo>: x # |\n', []],
];

const expressions: readonly Place[] = [
  ['variables', '_export:\n  table: t\n+a:\n  echo>: ${|}\n', ['table', 'session_time', 'moment', 'Math', 'parseInt']],
  ['variables in a block text', '_export:\n  table: t\n+a:\n  sh>: ||\n    echo ${|\n', ['table']],
  ['variables in brackets', '+a: {echo>: "${|"}\n', ['session_date']],
  ['members', '_export:\n  td:\n    database: d\n+a:\n  echo>: ${td.|}\n', ['database'], ['table']],
  ['results', '+a:\n  td>: q\n  store_last_results: true\n+b:\n  echo>: ${td.|}\n', ['last_results', 'last_job_id']],
  ['moment', '+a:\n  echo>: ${moment(session_time).|}\n', ['add', 'format', 'startOf'], ['duration']],
  ['moment further on', '+a:\n  echo>: ${moment(session_time).add(1, "days").|}\n', ['format'], ['toFixed']],
  ['moment set', '+a:\n  echo>: ${moment().hour(9).|}\n', ['format'], ['toFixed']],
  ['moment itself', '+a:\n  echo>: ${moment.|}\n', ['unix', 'duration'], ['add']],
  ['texts', '+a:\n  echo>: ${session_date.|}\n', ['replace', 'length'], ['add']],
  ['numbers', '+a:\n  echo>: ${moment().unix().|}\n', ['toFixed'], ['format']],
  ['JSON', '+a:\n  echo>: ${JSON.|}\n', ['parse', 'stringify']],
  ['units', "+a:\n  echo>: ${moment().add(1, '|')}\n", ['days', 'hours'], ['YYYY-MM-DD']],
  ['formats', '+a:\n  echo>: ${moment().format("|")}\n', ['YYYY-MM-DD'], ['days']],
  ['secrets', '+a:\n  http>: ${secret:|}\n', ['api.token', 'http.authorization', 'signing.key']],
  ['a text that is no YAML', '+x: [\n+a:\n  echo>: ${|\n', ['moment', 'session_time']],
];

describe.each([
  ['keys', keys],
  ['values', values],
  ['expressions', expressions],
] as const)('completion of %s', (_, places) => {
  it.each(places.map(([place, marked, offered, not = []]) => ({ place, marked, offered, not })))(
    'in $place',
    async ({ marked, offered, not }) => {
      const labels = (await items(marked)).map(({ label }) => label);
      expect(labels).toEqual(expect.arrayContaining(offered));
      if (offered.length === 0) expect(labels).toEqual([]);
      expect(labels.filter((label) => not.includes(label))).toEqual([]);
      expect(new Set(labels).size).toBe(labels.length);
    },
  );
});
