import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributesFile, attributesText } from '../../src/archive/layout.ts';
import {
  compareDocuments,
  compareWithNotes,
  compile,
  type Files,
  judgeRequest,
  type NotesInForce,
  planSite,
  planVersion,
  readVersion,
  renderHtml,
  renderMarkdown,
  verify,
} from '../../src/index.ts';

/**
 * Options that fit their types and mean nothing: every entry point of the library answers, or says what is wrong as a
 * value. Nobody who embeds it looks for what it throws.
 */
const samples = join(import.meta.dirname, '../samples');
const shop: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(join(samples, 'shop'), { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile()
      ? [
          [
            join(entry.parentPath, entry.name).slice(join(samples, 'shop/').length),
            readFileSync(join(entry.parentPath, entry.name), 'utf8'),
          ],
        ]
      : [],
  ),
);
const { policy } = compile(shop);
if (!policy) throw new Error('the sample does not compile');

// biome-ignore format: a list
const texts = [
  '', '\n', 'NaN', '2022-02-30', '0001-01-01', '9999-12-31', '12022-01-01', '2022-07-01T00:00:00Z', '-P1D',
  'P99999999999Y', 'zh-Hant-CN-x-a', '../..', '\ud800', '__proto__', 'toString', '#1e9', 'javascript:alert(1)',
];
/** For what takes a while: one of each sort. */
const few = ['', '9999-12-31', 'P99999999999Y', '\ud800', '__proto__'];
const numbers = [Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5, 2, 1e300];
const inForce: NotesInForce = { notes: [], head: 'none', spent: new Set() };

const version = (more: Partial<Parameters<typeof planVersion>[0]>) =>
  planVersion({
    archive: { versions: [], problems: [], leftovers: [] },
    head: undefined,
    policy,
    published: '2022-06-01',
    effective: '2022-07-01',
    tool: 'policyc 0.0.0',
    sources: new Map(Object.entries(shop)),
    inForce,
    besides: [],
    override: undefined,
    ...more,
  });

const { plan } = version({});
if (!plan) throw new Error('the sample cannot be released');
const archive: Files = {
  [attributesFile]: attributesText,
  ...Object.fromEntries([...plan.files].map(([path, bytes]) => [`0001/${path}`, bytes])),
};
const read = readVersion(archive);
if (!read.ok) throw new Error(read.refusal.reason);
const release = read.value;
const released: Files = {
  ...shop,
  ...Object.fromEntries(Object.entries(archive).map(([path, bytes]) => [`archive/${path}`, bytes])),
};
const slower: Files = {
  ...released,
  'chapters/about.yaml': (shop['chapters/about.yaml'] ?? '').replace('P15D', 'P20D'),
};
const stepped = {
  archive: { versions: [{ ...release, sequence: 1 }], problems: [], leftovers: [] } as never,
  head: release,
};

/** What is asked of an entry point with one odd value, by what it is asked. */
type Asked = Readonly<Record<string, (text: string, number: number) => unknown>>;

const asked: Asked = {
  'compile: rules of no such name or severity': (text) => compile(shop, { rules: { [text]: text as never } }),
  'compile: a path': (text) => compile({ ...shop, [text]: text }),
  'compareDocuments: texts': (text) => [compareDocuments(text, 'A.\n'), compareDocuments('A.\n', text)],
  'compareWithNotes: the head that notes are against': (text) =>
    compareWithNotes(policy, policy, { ...inForce, head: text, spent: new Set([text]) }),
  'planVersion: published': (published) => [version({ published }), version({ ...stepped, published })],
  'planVersion: effective': (effective) => [version({ effective }), version({ ...stepped, effective })],
  'planVersion: both dates': (text) => version({ published: text, effective: text }),
  'planVersion: adopted': (published) => version({ published, adopted: true }),
  'planVersion: horizon': (horizon) => [version({ horizon }), version({ ...stepped, horizon })],
  'planVersion: tool': (tool) => version({ tool }),
  'planVersion: override': (text) => version({ ...stepped, override: { reason: text, by: text } }),
  'planVersion: waived': (text) => version({ ...stepped, waived: new Map([[text, text]]) }),
  'planVersion: sources': (text) => version({ sources: new Map([[text, text]]) }),
  'planVersion: corrects': (_, number) => [
    version({ corrects: number }),
    version({ ...stepped, corrects: number }),
  ],
  'planVersion: withdraws': (_, number) => [
    version({ withdraws: [number, number] }),
    version({ ...stepped, withdraws: [number], published: '2022-08-01', effective: '2022-08-01' }),
  ],
  'judgeRequest: target': (target) => judgeRequest({ files: slower }, { files: released }, { target }),
  'judgeRequest: date': (date) => [
    judgeRequest({ files: slower }, { files: released }, { date }),
    judgeRequest({ files: released }, { files: shop }, { date }),
  ],
  'judgeRequest: tool': (tool) => judgeRequest({ files: released }, { files: shop }, { tool }),
  'judgeRequest: rules': (text) =>
    judgeRequest(
      { files: slower, rules: { [text]: text as never } },
      { files: released, rules: { [text]: 'off' } },
    ),
  'judgeRequest: no file where one is wanted': (text) =>
    judgeRequest({ files: { ...slower, [text]: text } }, { files: { ...released, [text]: text } }),
  'judgeRequest: what fails': (text) => {
    const judged = judgeRequest({ files: slower }, { files: released });
    return judged.ok && judged.value.fails(text as never);
  },
  'verify: head': (head) => verify(archive, { head }),
  'verify: an earlier state': (text) => verify(archive, { earlier: { [text]: text } }),
  'readVersion: which': (which) => readVersion(archive, which),
  'renderHtml: locale': (locale) => [
    renderHtml(policy, { locale }),
    renderHtml(policy, { locale, form: 'fragment' }),
  ],
  'renderMarkdown: dates': (text) =>
    renderMarkdown(policy, { effective: text, published: text, until: text }),
  'renderHtml: dates': (text) =>
    renderHtml(policy, { effective: text, published: text, until: text, status: 'superseded' }),
  'renderHtml: numbers': (_, number) => renderHtml(policy, { sequence: number, corrects: number }),
  'planSite: day': (asOf) => planSite({ asOf, policies: [{ id: 'shop', releases: [release] }] }),
  'planSite: address': (siteUrl) =>
    planSite({ siteUrl, asOf: '2022-08-01', policies: [{ id: 'shop', releases: [release] }] }),
  'planSite: a policy without versions': (asOf) =>
    planSite({ asOf, policies: [{ id: 'shop', releases: [] }] }),
};

describe('the library, asked what makes no sense', () => {
  it.each(Object.keys(asked))('%s', (name) => {
    const thrown: string[] = [];
    const ofNumbers = /number|corrects|withdraws/.test(name);
    const values = ofNumbers
      ? numbers.map((number) => ['x', number] as const)
      : (/^(?:judge|plan|compile:)/.test(name) ? few : texts).map((text) => [text, 1] as const);
    for (const [text, number] of values)
      try {
        asked[name]?.(text, number);
      } catch (error) {
        thrown.push(`${JSON.stringify(text.slice(0, 20))} ${number}: ${error}`);
      }
    expect(thrown).toEqual([]);
  });
});
