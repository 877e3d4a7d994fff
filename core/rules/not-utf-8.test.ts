import { expect, it } from 'vitest';
import { decode } from '../../host/nodeFileSystem.ts';
import { checkFile } from '../check.ts';
import type { FileSystem } from '../project/fileSystem.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const fileSystem = (content: Uint8Array): FileSystem => ({
  read: (path) => (path === '/p/main.dig' ? decode(content) : undefined),
  kind: (path) => (path === '/p/main.dig' ? 'file' : undefined),
  list: () => ['main.dig'],
});
const found = (content: Uint8Array) =>
  checkFile(fileSystem(content), '/p/main.dig')?.findings.map(({ rule, start, end }) => [rule, start, end]);

it('marks the bytes that are no UTF-8', () => {
  expect(found(bytes('+a:\n  echo>: \x82\xa0x\n'))).toEqual([['not-utf-8', 13, 15]]);
});

it('leaves a replacement character that someone wrote', () => {
  expect(found(new TextEncoder().encode('+a:\n  echo>: \ufffd\n'))).toEqual([]);
});
