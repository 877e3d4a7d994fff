import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType } from 'vscode-languageserver/node';
import { floor } from './floor.ts';
import { type Measured, plainRow, row } from './measure.ts';
import { ShippedServer } from './shippedServer.ts';
import { workspaceTexts } from './workspaceTexts.ts';

/** Milliseconds from one hover to the next. */
const pause = 50;

/** The same workspace on the disk, checked whole by the shipped server as a process, while someone hovers in an open workflow. */
export async function workspaceServer(): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'digkit-workspace-'));
  const texts = workspaceTexts(root);
  for (const [path, text] of texts) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const server = await ShippedServer.start({ folder: pathToFileURL(root).href });
  try {
    return await measure(server, root, texts);
  } finally {
    server.stop();
    rmSync(root, { recursive: true });
  }
}

async function measure(server: ShippedServer, root: string, texts: ReadonlyMap<string, string>): Promise<string[]> {
  const document = `${pathToFileURL(root).href}/project_0/flow_0.dig`;
  const text = texts.get(`${root}/project_0/flow_0.dig`) ?? '';
  await server.open(document, text);
  const line = text.split('\n').findIndex((one) => one.includes('td>'));
  const question = { textDocument: { uri: document }, position: { line, character: 3 } };
  await server.timed('textDocument/hover', question);

  const waits: number[] = [];
  const cold = await whileHovering(server, question, waits, () => checkAll(server, root, texts));
  const warm = { time: Number.POSITIVE_INFINITY, floor: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 3; round++) {
    const changed = await changeAll(server, texts, round);
    await server.timed('textDocument/hover', question); // has taken the changes in
    const { time, floor } = await whileHovering(server, question, waits, () => checkAll(server, root, changed));
    warm.time = Math.min(warm.time, time);
    warm.floor = Math.min(warm.floor, floor);
  }
  await whileHovering(server, question, waits, () => server.timed('workspace/symbol', { query: 'load' }));
  const peak = peakOf(server.process.pid ?? 0);
  return [
    row('full check of 10,000 workflows by the server, read from the disk, findings sent', warm, 1.5),
    row('the same, the first that a server does after its start', cold),
    plainRow(
      `the longest of ${waits.length} hovers meanwhile, and while symbols are looked for`,
      Math.max(...waits),
      'ms',
      100,
    ),
    ...(peak === undefined ? [] : [plainRow('the most memory that the server process had (RSS)', peak, 'MB', 400)]),
  ];
}

/** Does something while someone hovers again and again. @param waits how long each hover took is added, in milliseconds */
async function whileHovering<T>(
  server: ShippedServer,
  question: object,
  waits: number[],
  work: () => Promise<T>,
): Promise<T> {
  let isDone = false;
  const hovering = (async () => {
    while (!isDone) {
      waits.push((await server.timed('textDocument/hover', question)).took);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  })();
  const done = await work();
  isDone = true;
  await hovering;
  return done;
}

/**
 * Checks project after project, and after each the floor of its texts in this process; both in processor time, for the server shares the machine
 * with its client and the floor does not.
 */
async function checkAll(server: ShippedServer, root: string, texts: ReadonlyMap<string, string>): Promise<Measured> {
  const pid = server.process.pid ?? 0;
  let [time, base] = [0, 0];
  for (let project = 0; project < 500; project++) {
    const directory = `${root}/project_${project}`;
    const [started, before] = [performance.now(), processorTime(pid)];
    await server.client.sendRequest('digkit/checkProject', { uri: pathToFileURL(directory).href });
    time += before === undefined ? performance.now() - started : (processorTime(pid) ?? before) - before;
    const begun = process.cpuUsage();
    for (let at = 0; at < 20; at++) floor(texts.get(`${directory}/flow_${at}.dig`) ?? '');
    const { user, system } = process.cpuUsage(begun);
    base += (user + system) / 1000;
  }
  return { time, floor: base };
}

/** Moves all that is found down, so that each file must be read, checked and told again. */
async function changeAll(server: ShippedServer, texts: ReadonlyMap<string, string>, round: number) {
  const comment = '# changed\n'.repeat(round + 1);
  const changed = new Map([...texts].filter(([path]) => path.endsWith('.dig')));
  for (const [path, text] of changed) {
    changed.set(path, comment + text);
    await writeFile(path, comment + text);
  }
  const changes = [...changed.keys()].map((path) => ({ uri: pathToFileURL(path).href, type: FileChangeType.Changed }));
  await server.client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  return changed;
}

/** MB; undefined where the system does not tell. */
function peakOf(pid: number): number | undefined {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1000;
  } catch {
    return undefined; // only Linux has /proc
  }
}

/** Milliseconds of the processors that a process has used, to the hundredth of a second; undefined where the system does not tell. */
function processorTime(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined; // only Linux has /proc
  }
}
