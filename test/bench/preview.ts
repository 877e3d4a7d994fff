import { join } from 'node:path';
import { memoryOfPreviews, mostMegabytes } from '../support/previewMemory.ts';
import { plainRow } from './measure.ts';

/** The most memory of a preview over its process at rest, for each hostile server. scripts/bench.mjs bundles the process. */
export async function preview(): Promise<string[]> {
  const client = join(process.cwd(), 'dist', 'tools', 'test-support-previewClient.mjs');
  const measured = await memoryOfPreviews(client);
  return measured.map(({ attack, megabytes }) => plainRow(attack, megabytes, 'MB', mostMegabytes));
}
