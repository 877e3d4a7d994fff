import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { TestConnection, uriOf } from './testConnection.ts';

let connection: TestConnection;
afterEach(() => connection.dispose());

describe('diagnostics', () => {
  it('are those of the text, with rule, severity and version', async () => {
    connection = new TestConnection({ initializationOptions: { rulePages: 'file:///docs/rules' } });
    const uri = await connection.open('main.dig', '+a:\n  echo>: x\n  sh>: y\n');
    const [diagnostic] = await connection.diagnostics(uri);
    expect(diagnostic).toMatchObject({ code: 'two-operators', severity: 1, source: 'digdag' });
    expect(diagnostic?.codeDescription?.href).toBe('file:///docs/rules/two-operators.md');
    await connection.change(uri, '+a:\n  echo>: x\n');
    expect(await connection.diagnostics(uri)).toEqual([]);
    expect(connection.errors).toEqual([]);
  });

  it('of a file with thousands of them are the most severe, and say how many more there are', async () => {
    connection = new TestConnection({ capabilities: {} });
    const wrong = Array.from({ length: 1500 }, (_, at) => `+t${at}:\n  ech>: x\n`).join('');
    const uri = await connection.open('main.dig', `${wrong}+last:\n  sh>: x\n  echo>: y\n`);
    const shown = await connection.diagnostics(uri);
    expect(shown).toHaveLength(1000);
    expect(shown[0]?.code).toBe('two-operators');
    expect(shown.at(-1)?.message).toBe('503 more findings in this file are not shown. Mend some of these first.');
  });

  it('answer a burst of edits once, for its last version', async () => {
    connection = new TestConnection();
    const uri = await connection.open('main.dig', '');
    await Promise.all(Array.from({ length: 50 }, (_, count) => connection.change(uri, `+a:\n  ecHo>: ${count}\n`)));
    expect(await connection.diagnostics(uri)).toHaveLength(1);
    expect(connection.published.length).toBeLessThanOrEqual(2);
  });

  it('of an includer follow the open file that it includes, and are gone with it', async () => {
    connection = new TestConnection({ files: { 'sub/part.dig': '+p:\n  echo>: x\n' } });
    const main = await connection.open('main.dig', '!include : sub/part.dig\n');
    expect(await connection.diagnostics(main)).toEqual([]);
    const part = await connection.open('sub/part.dig', '+p:\n  echo>: x\n  sh>: y\n');
    const seen = await connection.until(() =>
      connection.published.find(({ uri, diagnostics }) => uri === part && diagnostics.length > 0),
    );
    expect(seen.diagnostics.map(({ code }) => code)).toEqual(['two-operators']);
  });

  it('notice files that come and go', async () => {
    const files: Record<string, string> = {};
    connection = new TestConnection({ files });
    const uri = await connection.open('main.dig', '+a:\n  call>: child.dig\n');
    expect((await connection.diagnostics(uri)).map(({ code }) => code)).toEqual(['missing-file']);
    files['child.dig'] = '+c:\n  echo>: x\n';
    await connection.filesChanged(1, 'child.dig');
    await connection.until(() => (connection.published.at(-1)?.diagnostics.length === 0 ? true : undefined));
  });

  it('follow the settings and speak the client’s language', async () => {
    connection = new TestConnection({
      settings: { diagnostics: { severity: { 'unknown-operator': 'hint' } } },
      initializationOptions: { translations: 'ja.json' },
      translations: JSON.parse(readFileSync('l10n/bundle.l10n.ja.json', 'utf8')),
    });
    const uri = await connection.open('main.dig', '+a:\n  slackk>: x\n');
    const [diagnostic] = await connection.diagnostics(uri);
    expect(diagnostic?.severity).toBe(4);
    expect(diagnostic?.message).toMatch(/[ぁ-ん]/);
    connection.settings = { diagnostics: { severity: { 'unknown-operator': 'off' } } };
    await connection.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await connection.until(() => (connection.published.at(-1)?.diagnostics.length === 0 ? true : undefined));
  });

  it('of documents without a project say nothing of other files', async () => {
    connection = new TestConnection();
    const uri = await connection.open('digkit-preview:/main%20task%20(200).dig', '+a:\n  call>: child.dig\n');
    expect(await connection.diagnostics(uri)).toEqual([]);
    expect(uriOf('a b.dig')).toContain('a%20b');
  });

  it('are taken back when the document is closed, even in the middle of its check', async () => {
    connection = new TestConnection();
    const closed = await connection.open('main.dig', '+a:\n  echo>: x\n  sh>: y\n');
    await connection.close(closed);
    const other = await connection.open('other.dig', '+a:\n  echo>: x\n  sh>: y\n');
    await connection.diagnostics(other);
    expect(connection.published.findLast(({ uri }) => uri === closed)?.diagnostics ?? []).toEqual([]);
  });
});
