import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, expect, it } from 'vitest';
import { selfSignedCertificate } from '../../test/support/certificate.ts';
import { trustedCertificates } from './certificates.ts';

const directory = mkdtempSync(join(tmpdir(), 'digkit-ca-'));
afterAll(() => rmSync(directory, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

it('adds the certificates of files to those of Node, and keeps these', () => {
  const { cert } = selfSignedCertificate();
  const { ca = [], problems } = trustedCertificates(false, [file('own.pem', `# ours\n${cert}`)]);
  expect(problems).toEqual([]);
  expect(ca.length).toBe(rootCertificates.length + 1);
  expect(ca.at(-1)).toBe(cert.trimEnd());
});

it('says which file is none, and trusts no more for it', () => {
  const wrong = file('wrong.pem', 'no certificate');
  const { ca, problems } = trustedCertificates(false, [wrong, join(directory, 'none.pem')]);
  expect(ca).toBeUndefined();
  expect(problems.map(({ file: name }) => name)).toEqual([wrong, join(directory, 'none.pem')]);
  expect(problems[1]?.reason).toContain('ENOENT');
});
