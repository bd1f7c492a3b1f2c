import { join } from 'node:path';
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Root } from 'hast';
import jsonld from 'jsonld';
import MarkdownIt from 'markdown-it';
import { parse as parsePlist } from 'plist';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { escapeText, mapStrings } from '../../src/base/escape.ts';
import { cellForPeople } from '../../src/export/csv.ts';
import { type ExportFormat, exportAs, exportFormats, type Form } from '../../src/export/formats.ts';
import { loadEditionBackground } from '../../src/model/edition-background.ts';
import type { Policy } from '../../src/model/policy.ts';
import { isPolicyFolderPath } from '../../src/revision/policy-paths.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import type { Exchange } from '../../src/translate/exchange.ts';
import { readJson, writeJson } from '../../src/translate/json.ts';
import { readXliff } from '../../src/translate/xliff-read.ts';
import { writeXliff } from '../../src/translate/xliff-write.ts';
import { attacked, attacksOfOthers } from '../attacked.ts';
import { policyFrom, smallHead } from '../policy.ts';

/**
 * Whatever stands in the texts and names of a policy, each format read by a parser of its own holds what it held with
 * harmless words in their place, with just those words exchanged: nothing broke out, nothing was lost, nothing is new.
 */
const own = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  ']]></string><key>x</key><string><![CDATA[',
  '-->&x;<!ENTITY x "y">',
  '"}], "@id": "https://evil.example/#x", "y": [{"z": "',
  '\\"},{\\"',
  '> <https://evil.example/p> "o" . <s',
  "'); DROP TABLE; --",
  '"\n"=1+1","x',
  '=HYPERLINK("https://evil.example","x")',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  'Hats;=1',
  '＝1',
  ' =1',
  '\r\n=1',
  '"=1"',
  "=cmd|' /C calc'!A0",
  '\r\n\r\n# Heading\n\n| a | b |\n|---|---|\n- item',
  '[x](javascript:alert(1)) ![y](https://evil.example/z.png) https://evil.example @everyone #1',
  '`</code>` ~~~\n---\nlayout: evil\n---',
  '\u2028line\u2029paragraph\u0085next\u000bup\u0000null\u001b[31mred',
  '\u202eesrever\u2066isolated\u200bnone\ufeffmark',
  '\ufffe\uffff\u0001',
  '😀 𝒳 e\u0301 ﬁ',
  '&amp;lt;b&amp;gt; &#60;b&#62; %3Cb%3E \\u003cb\\u003e',
  '$& $1 $` $$',
  '__proto__',
  'constructor',
  'toString',
  '##[error]x ::error::y ##vso[task.complete]z',
];
const all = process.env.PAYLOADS === 'all';
const others = attacksOfOthers();
const payloads = [...own, ...others.filter((_, at) => all || at % 30 === 0)];

const background = (await loadEditionBackground('2026-12')) ?? never();
const policies = (all ? ['charity', 'marketplace'] : ['charity']).map((name): Policy => {
  const { files } = readFolder(join(import.meta.dirname, '../../policies', name), isPolicyFolderPath);
  return policyFrom(Object.fromEntries([...files].map(([path, { text }]) => [path, text])));
});

policies.push(
  policyFrom({
    'policy.yaml': smallHead.replace('2026-11', '2026-12').replace('policy@1', 'policy@2'),
    'chapters/main.yaml':
      'chapter: main\ntitle: Main\nclauses:\n  - { id: signal, kind: commitment, promise: always, act: heed-gpc, text: We heed it. }\n',
  }),
);

/** Words that stand nowhere else: one for texts, which an export has on one line, and one for values, which it has as they are. */
const [asText, asValue] = ['Zebratext', 'Zebravalue'];

function exported(format: ExportFormat, form: Form, policy: Policy): string {
  const source = {
    policy,
    background,
    locale: policy.prevailing,
    product: undefined,
    published: '2027-01-31',
  };
  return exportAs(format, form, source).text;
}

/** What a text of the harmless export is to be with a payload in it. */
function exchanged(text: string, payload: string): string {
  const line = payload
    .split('\n')
    .map((one) => one.trim())
    .join(' ');
  return text.replaceAll(asText, () => line).replaceAll(asValue, () => payload);
}

/** What each form holds, as its parser sees it, and what becomes of a text on the way there. */
type Reader = readonly [read: (text: string) => unknown, written: (text: string) => string];
const page = unified().use(rehypeParse);
const markdown = new MarkdownIt({ html: true, linkify: true });
const readers: Readonly<Record<Form, Reader>> = {
  json: [(text) => JSON.parse(text), (text) => text],
  plist: [(text) => [parsePlist(text), shapeOfXml(text)], (text) => text],
  csv: [(text) => parseCsv(text), (text) => cellForPeople(escapeText(text))],
  html: [(text) => shapeOf(page.parse(text)), escapeText],
  markdown: [
    (text) => mapStrings(shapeOf(page.parse(markdown.render(text))), seen),
    (text) => seen(escapeText(text)),
  ],
};

/** What readers see of a text: no space of no width, of others one, and a colon however it is written. */
function seen(text: string): string {
  return text.replaceAll('\u200b', '').replaceAll('\\u{3a}', ':').replace(/\s+/g, ' ').trim();
}

/** Elements with their attributes, and texts. */
function shapeOf(node: Root | Root['children'][number]): unknown {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return node.type;
  const children = node.children.map(shapeOf);
  return node.type === 'element' ? [node.tagName, node.properties, children] : children;
}

function shapeOfXml(text: string): unknown {
  const shape = (node: unknown): unknown => {
    if (node instanceof XmlText) return node.text;
    return node instanceof XmlElement ? [node.name, node.attributes, node.children.map(shape)] : '';
  };
  return parseXml(text).children.map(shape);
}

const forms = Object.entries(exportFormats).flatMap(([format, { forms: has }]) =>
  Object.keys(has).map((form) => [format as ExportFormat, form as Form] as const),
);

describe('a payload in every text and name of a policy', () => {
  it.each(forms)('is itself in %s as %s, and nothing else is there', (format, form) => {
    const [read, written] = readers[form];
    let told = 0;
    for (const policy of policies) {
      if (format === 'gpc' && policy.id !== 'small') continue;
      const harmless = read(exported(format, form, attacked(policy, asText, asValue)));
      if (JSON.stringify(harmless).includes('Zebra')) told++;
      for (const payload of payloads) {
        const hostile = read(exported(format, form, attacked(policy, payload)));
        const wanted = mapStrings(harmless, (text) =>
          text.includes('Zebra') ? written(exchanged(text, payload)) : text,
        );
        if (JSON.stringify(hostile) !== JSON.stringify(wanted))
          expect([payload, hostile]).toEqual([payload, wanted]);
      }
    }
    // Forms of stores and registries have words of their own alone.
    expect(told > 0).toBe(['records', 'dpv'].includes(format));
  });

  it('begins no cell, and no part of one that some spreadsheet takes for a cell, as a formula does', () => {
    for (const policy of policies)
      for (const payload of payloads)
        for (const row of parseCsv(exported('records', 'csv', attacked(policy, payload))) as string[][])
          for (const cell of row)
            for (const part of cell.split(/[;\t\r\n]/))
              expect([payload, /^[^\S;\t\r\n]{0,8}[=+\-@＝＋－＠]/.test(part)]).toEqual([payload, false]);
  });

  it('says nothing new in RDF: no property, no subject and no graph of its own', async () => {
    const quads = async (policy: Policy) => {
      const document = JSON.parse(exported('dpv', 'json', policy));
      const text = String(
        await jsonld.toRDF(document, { base: 'https://shop.example/', format: 'application/n-quads' }),
      );
      return (await jsonld.fromRDF(text, { format: 'application/n-quads' })) as readonly object[];
    };
    for (const policy of policies) {
      const harmless = await quads(attacked(policy, asText, asValue));
      const properties = new Set(harmless.flatMap(Object.keys));
      for (const payload of payloads.filter((_, at) => all || at < own.length)) {
        const hostile = await quads(attacked(policy, payload));
        expect([payload, hostile.length]).toEqual([payload, harmless.length]);
        expect([payload, hostile.flatMap(Object.keys).filter((name) => !properties.has(name))]).toEqual([
          payload,
          [],
        ]);
      }
    }
  });
});

describe('a payload in a text that goes to a translator', () => {
  const exchangeOf = (payload: string): Exchange => {
    const unit = { mark: `h${'0'.repeat(12)}`, was: `w${'1'.repeat(12)}`, state: 'initial' as const };
    const texts = { source: payload, target: payload };
    const units = ['title', 'text'].map((field) => ({ owner: 'policy', field, ...unit, ...texts }));
    const [first, second] = units;
    return {
      sourceLocale: 'en',
      locale: 'de',
      policies: [
        { policy: 'shop', units: first && second ? [first, { ...second, sourceBefore: payload }] : [] },
      ],
    };
  };

  it('comes back as it went, as XLIFF and as JSON', () => {
    for (const payload of payloads) {
      const wanted = exchangeOf(payload);
      // What comes back has the line ends of files here, whatever editor it was in.
      const target = payload.replace(/\r\n?/g, '\n');
      for (const back of [readXliff(writeXliff(wanted)), readJson(writeJson(wanted))])
        expect(back.policies[0]?.units.map((unit) => [unit.source, unit.target])).toEqual([
          [payload, target],
          [payload, target],
        ]);
    }
  });

  it('is no element of XLIFF, but for what XML cannot hold', () => {
    const names = (text: string): readonly string[] => {
      const found: string[] = [];
      const visit = (node: unknown): void => {
        if (!(node instanceof XmlElement)) return;
        found.push(node.name, ...Object.keys(node.attributes));
        node.children.forEach(visit);
      };
      parseXml(text).children.forEach(visit);
      return found.filter((name) => name !== 'cp' && name !== 'hex');
    };
    const wanted = names(writeXliff(exchangeOf('Harmless.')));
    for (const payload of payloads)
      expect([payload, names(writeXliff(exchangeOf(payload)))]).toEqual([payload, wanted]);
  });
});

function never(): never {
  throw new Error('the edition has no background');
}
