import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import schema from '../../schemas/error.schema.json' with { type: 'json' };
import { type Diagnostic, diagnostic } from '../../src/base/diagnostic.ts';
import { checkReport } from '../../src/report/check-report.ts';
import { diffReport } from '../../src/report/diff-report.ts';
import { formats } from '../../src/report/formats.ts';
import { runHere } from '../cli/here.ts';
import { type ClauseObject, policyOf } from '../properties/policies.ts';
import { compared } from './compared-text.ts';

const root = join(import.meta.dirname, '../..');
const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'policyc-formats-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: readonly string[]) => runHere(root, args);

const twoVersions = ['diff', 'archive:#1', 'archive:#2', '-p', 'policies/marketplace', '--fail-on', 'none'];

describe('several formats at once', () => {
  it('are each written where they were asked for, and agree', async () => {
    const [json, markdown] = [join(folder, 'a/report.json'), join(folder, 'report.md')];
    const { code, out } = await run(
      ...twoVersions,
      ...['--format', 'text', '--format', `json=${json}`, '--format', `markdown=${markdown}`],
    );
    expect(code).toBe(0);
    const { policies } = JSON.parse(readFileSync(json, 'utf8')) as {
      policies: { counts: { material: number; review: number } }[];
    };
    const { material = 0, review = 0 } = policies[0]?.counts ?? {};
    const words = `**Material.** ${material} material changes`;
    expect(out).toContain(words.replaceAll('*', ''));
    expect(readFileSync(markdown, 'utf8')).toContain(words);
    expect(out).toContain(`, ${review} to review`);
  });

  it('cannot go to one place', async () => {
    expect(await run(...twoVersions, '--format', 'text', '--format', 'json')).toMatchObject({ code: 2 });
    const output = join(folder, 'none');
    const all = await run(...twoVersions, '--format', `json=${join(folder, 'b')}`, '-o', output);
    expect([all.code, existsSync(output)]).toEqual([2, false]);
    expect(await run('check', '--format', 'xml')).toMatchObject({ code: 2 });
  });
});

describe('what cannot be done', () => {
  it.each([
    ['a revision that is not there', ['diff', 'archive:#99', '-p', 'policies/marketplace']],
    ['an option that is not known', ['diff', '--fail-one']],
    ['a path that is not there', ['check', 'nowhere']],
    ['a version that is not there', ['archive', 'list', '-p', 'nowhere']],
  ])('%s is an object on standard output when JSON is asked for', async (_, args) => {
    const { code, out, note } = await run(...args, '--format', 'json');
    expect(code).toBe(2);
    expect(validate(JSON.parse(out)) || validate.errors).toBe(true);
    expect(JSON.parse(out)).toMatchObject({ exit: 2 });
    expect(note).not.toBe('');
    expect((await run(...args)).out).toBe('');
  });
});

describe('a comment on a pull request', () => {
  const statement = (id: string, text: string): ClauseObject => ({ id, kind: 'statement', title: id, text });
  const many = Array.from({ length: 400 }, (_, index) => `s-${index}`);

  it('has errors before warnings, those of another policy too: what is cut are the least', () => {
    const place = { file: 'a.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 };
    const found = (path: string, problems: readonly Diagnostic[]) => ({
      path,
      policy: undefined,
      problems,
      fileIn: (name: string) => name,
      textOf: () => undefined,
    });
    const warnings = Array.from({ length: 900 }, (_, at) =>
      diagnostic('unknown-country', { code: `X${at}`, meant: undefined }, place),
    );
    const error = diagnostic('duplicate-id', { id: 'twice', first: 'a.yaml:1:1' }, place);
    const printed = formats.markdown(checkReport([found('shop', warnings), found('other', [error])], ''));
    expect(printed).toContain('more not shown here');
    expect(printed.match(/^- \*\*\w+/m)?.[0]).toBe('- **error');
  });

  it('stays below 60 kB, and says how much it leaves out', () => {
    const before = policyOf([many.map((id) => statement(id, 'We knit hats.'))], {});
    const after = policyOf([many.map((id) => statement(id, `We sell ${'“hats” '.repeat(60)}.`))], {});
    const report = diffReport([compared(before, after)], '');
    const printed = formats.markdown(report);
    expect(Buffer.byteLength(printed)).toBeLessThan(60_000);
    const left = Number(/_(\d+) more not shown here/.exec(printed)?.[1]);
    expect(printed.match(/^- \*\*/gm)).toHaveLength(400 - left);
    expect(printed.indexOf('**Review.**')).toBeLessThan(200);
    expect(printed.slice(0, 500), 'what to do is not cut').toContain(
      '<br>Write the missing notes: `policyc note`',
    );
  });
});
