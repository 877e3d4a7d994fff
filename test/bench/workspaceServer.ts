import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { floor } from './floor.ts';
import { plainRow, row } from './measure.ts';
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
  const { client } = server;
  const pid = server.process.pid ?? 0;
  const uri = pathToFileURL(root).href;
  const document = `${uri}/project_0/flow_0.dig`;
  const text = texts.get(`${root}/project_0/flow_0.dig`) ?? '';
  await server.open(document, text);
  const line = text.split('\n').findIndex((one) => one.includes('td>'));
  const hover = () =>
    client.sendRequest('textDocument/hover', { textDocument: { uri: document }, position: { line, character: 3 } });
  await hover();

  const waits: number[] = [];
  let isDone = false;
  const hovering = (async () => {
    while (!isDone) {
      const asked = performance.now();
      await hover();
      waits.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  })();
  const before = processorTime(pid);
  const started = performance.now();
  for (let project = 0; project < 500; project++) {
    await client.sendRequest('digkit/checkProject', { uri: `${uri}/project_${project}` });
  }
  // processor time where the system tells it: the server shares the machine with this process, the floor does not
  const spent = processorTime(pid) - before || performance.now() - started;
  await client.sendRequest('workspace/symbol', { query: 'load' });
  isDone = true;
  await hovering;
  const peak = peakOf(pid);

  const begun = process.cpuUsage();
  for (const [path, one] of texts) if (path.endsWith('.dig')) floor(one);
  const { user, system } = process.cpuUsage(begun);
  const base = (user + system) / 1000;
  return [
    row(
      'full check of 10,000 workflows by the server, read from the disk, findings sent',
      { time: spent, floor: base },
      1.5,
    ),
    plainRow(
      `the longest of ${waits.length} hovers meanwhile, and while symbols are looked for`,
      Math.max(...waits),
      'ms',
      100,
    ),
    ...(peak === undefined ? [] : [plainRow('the most memory that the server process had (RSS)', peak, 'MB', 400)]),
  ];
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

/** Milliseconds of the processors that a process has used, to the hundredth of a second; 0 where the system does not tell. */
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0; // only Linux has /proc
  }
}
