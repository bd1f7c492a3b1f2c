import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { CompletionItem, CompletionList, Hover } from 'vscode-languageserver/node';
import { Editor, positionOf } from '../editor/editor.ts';
import { emptyPlace, installTools, type Place } from './tools.ts';

// The line at the top of each file is all that tells the server of others which schema it has.
const settings = { yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } } };
const shop = 'policies/paper-lamp';
const chapter = `${shop}/chapters/data.yaml`;

let place: Place;
let editor: Editor;

beforeAll(async () => {
  place = emptyPlace();
  installTools(place, ['yaml-language-server'], inject('tarball'));
  place.must(
    'npx',
    '--no-install',
    'policyc',
    'init',
    '--yes',
    '--company',
    'Paper Lamp',
    '--country',
    'IE',
    '--locales',
    'en,zh-CN',
  );
  const server = join(place.folder, 'node_modules/yaml-language-server/bin/yaml-language-server');
  editor = new Editor(place.folder, [process.execPath, server, '--stdio'], settings);
  await editor.start();
});
afterAll(async () => {
  await editor.close();
  place.away();
});

describe('yaml-language-server, with what policyc init wrote', () => {
  it('finds nothing wrong in any file', async () => {
    const files = readdirSync(place.folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.yaml') && !path.startsWith('node_modules'),
    );
    expect(files.length).toBeGreaterThan(8);
    for (const path of files) {
      await editor.show(path);
      // It is told to look again, at the same: otherwise silence could be that it has not looked.
      await editor.type(path, `${readFileSync(join(place.folder, path), 'utf8')}unknown-to-all: 1\n`);
      const [found] = await editor.problems(path);
      expect(`${path}: ${found?.message}`).toContain('unknown-to-all');
      await editor.type(path, readFileSync(join(place.folder, path), 'utf8'));
      expect(await editor.problems(path, (problems) => problems.length === 0)).toEqual([]);
    }
  });

  it('finds a value that means nothing, at its place', async () => {
    const text = editor.text(chapter);
    const wrong = text.replace('tier: basic', 'tier: basics');
    expect(wrong).not.toBe(text);
    await editor.type(chapter, wrong);
    const [problem] = await editor.problems(chapter);
    expect(problem?.range.start).toEqual(positionOf(wrong, 'basics'));
    await editor.type(chapter, text);
    await editor.problems(chapter, (problems) => problems.length === 0);
  });

  it('says what a field is, in the words of the schema', async () => {
    const found = (await editor.ask(
      'textDocument/hover',
      chapter,
      positionOf(editor.text(chapter), 'refusal'),
    )) as Hover;
    expect(JSON.stringify(found.contents)).toMatch(/refus/);
  });

  it('completes the values of a field, and its names', async () => {
    const text = editor.text(chapter);
    const open = text.replace(/tier: basic.*/, 'tier: ');
    await editor.type(chapter, open);
    const at = positionOf(open, 'tier: ');
    const values = await completed({ ...at, character: at.character + 'tier: '.length });
    expect(values).toEqual(expect.arrayContaining(['basic', 'additional']));
    const named = text.replace(/tier: basic.*/, 'optO');
    await editor.type(chapter, named);
    const name = positionOf(named, 'optO');
    expect(await completed({ ...name, character: name.character + 4 })).toContain('optOut');
  });
});

async function completed(position: { line: number; character: number }): Promise<readonly string[]> {
  const found = (await editor.ask('textDocument/completion', chapter, position)) as
    | CompletionList
    | CompletionItem[];
  return (Array.isArray(found) ? found : found.items).map(({ label }) => label);
}
