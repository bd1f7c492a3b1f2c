import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceFile } from '../../src/base/place.ts';
import { comparePolicies } from '../../src/diff/compare.ts';
import { readDocument } from '../../src/document/document.ts';
import { documentsAsPolicies } from '../../src/document/document-policy.ts';
import { normalForm } from '../../src/syntax/normal.ts';

const noun = fc.constantFrom('hat', 'shoe', 'order', 'letter', 'parcel', 'voice');
const sentence = fc
  .tuple(fc.constantFrom('We keep', 'We may share', 'We do not read', 'Nobody opens'), noun, noun)
  .map(([start, one, other]) => `${start} your ${one} and your ${other}.`);
const list = fc
  .tuple(fc.constantFrom('-', '1.'), fc.array(noun, { minLength: 1, maxLength: 4 }))
  .map(([marker, items]) => items.map((item) => `${marker} your ${item}`).join('\n'));
const block = fc.oneof(
  sentence,
  sentence.map((text) => text.replace(/\.$/, ':')),
  list,
  fc.tuple(fc.constantFrom('##', '###'), noun).map(([marker, word]) => `${marker} The ${word}`),
  fc.tuple(noun, noun).map(([a, b]) => `| Thing | Place |\n| --- | --- |\n| ${a} | ${b} |`),
  sentence.map((text) => `> ${text}`),
  fc.constant('---'),
);
const blocks = fc.array(block, { minLength: 1, maxLength: 8 });
const textOf = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

function compare(before: string, after: string) {
  const [base, head] = documentsAsPolicies(
    readDocument(sourceFile('before.md', before)),
    readDocument(sourceFile('after.md', after)),
  );
  return comparePolicies(base, head);
}

describe('laws of comparing documents', () => {
  it('finds nothing exactly when the whole documents have one normal form', () => {
    fc.assert(
      fc.property(blocks, blocks, (a, b) => {
        const [before, after] = [textOf(a), textOf(b)];
        const same = normalForm(before) === normalForm(after);
        expect(compare(before, before).changes).toEqual([]);
        expect(compare(before, after).verdict === 'none').toBe(same);
      }),
      { numRuns: 80 },
    );
  });

  it('never calls a text that came or went editorial', () => {
    fc.assert(
      fc.property(blocks, block, fc.nat(), (a, extra, at) => {
        const index = at % (a.length + 1);
        const b = [...a.slice(0, index), extra, ...a.slice(index)];
        const [there, back] = [compare(textOf(a), textOf(b)), compare(textOf(b), textOf(a))];
        expect(there.verdict).toBe('review');
        expect(back.verdict).toBe('review');
      }),
      { numRuns: 80 },
    );
  });

  it.each([
    ['This holds for grown people alone.', 'We knit hats.', 'We lend shoes.'],
    ['> **Note** This holds for grown people alone.', 'We knit hats.', 'We lend shoes.'],
    ['Dies gilt nur für Erwachsene.', 'Wir stricken Hüte.', 'Wir verleihen Schuhe.'],
    ['Cela ne vaut que pour les adultes.', 'Nous tricotons des chapeaux.', 'Nous prêtons des bas.'],
    ['Esto solo vale para los adultos.', 'Tejemos gorros de lana.', 'Prestamos zapatos de cuero.'],
    ['Questo vale solo per gli adulti.', 'Lavoriamo i cappelli a maglia.', 'Prestiamo le scarpe.'],
    ['Deze regel geldt alleen daar.', 'Wij breien hoeden.', 'Wij lenen schoenen uit.'],
    ['Это верно для взрослых.', 'Мы вяжем шапки.', 'Мы даём обувь.'],
    ['これは大人にのみ当てはまる。', '帽子を編む。', '靴を貸す。'],
    ['이는 어른에게만 해당합니다.', '모자를 뜹니다.', '신발을 빌려줍니다.'],
    ['Bu yalnızca yetişkinler içindir.', 'Şapka öreriz.', 'Ayakkabı veririz.'],
    ['Detta gäller bara vuxna.', 'Vi stickar hattar.', 'Vi lånar ut skor.'],
    ['Dette gælder kun voksne.', 'Vi strikker hatte.', 'Vi udlåner sko.'],
    ['To platí jen pro dospělé.', 'Pleteme klobouky.', 'Půjčujeme boty.'],
    ['To dotyczy tylko dorosłych.', 'Robimy czapki.', 'Wypożyczamy buty.'],
    ['Це стосується лише дорослих.', 'Ми в’яжемо шапки.', 'Ми даємо взуття.'],
    ['هذا للكبار فقط.', 'نحيك القبعات.', 'نعير الأحذية.'],
    ['यह केवल बड़ों के लिए है।', 'हम टोपियाँ बुनते हैं।', 'हम जूते देते हैं।'],
    ['זה למבוגרים בלבד.', 'אנו סורגים כובעים.', 'אנו משאילים נעליים.'],
    ['Αυτό ισχύει για ενηλίκους.', 'Πλέκουμε καπέλα.', 'Δανείζουμε παπούτσια.'],
    ['From here on, all is for grown people alone.', 'We knit hats.', 'We lend shoes.'],
  ])('reads first what points back and stands behind another text: %s', (pointing, one, other) => {
    const [before, after] = [textOf([one, pointing, other]), textOf([one, other, pointing])];
    expect(compare(before, after).changes.some(({ signal }) => signal === 'high')).toBe(true);
  });

  it.each([
    ['| Age |\n| --- |\n| 16. Lebensjahr |', '| Age |\n| --- |\n| 13. Lebensjahr |'],
    ['| Age |\n| --- |\n| > 16 |', '| Age |\n| --- |\n| 16 |'],
    ['Lent until:\n\n- May 1, 2027', 'Lent until:\n\n- May 1, 2028'],
    ['**Lent until**\n\nMay 1, 2027', '**Lent until**\n\nMay 1, 2028'],
    ['**Lent until**\n\nMay 1, 2027', '**Lent until**'],
    ['| Lent until |\n| --- |\n| May 1, 2027 |', '| Lent until |\n| --- |\n| May 1, 2028 |'],
    ['Lent until:\n\n- May 1', 'Lent until:\n\n- June 1'],
    ['## 10 Euro Fee', '## 20 Euro Fee'],
    ['## 10 Percent', '## 20 Percent'],
    [
      '---\ndays: 30\n---\n\nLent for {{ page.days }} days.',
      '---\ndays: 60\n---\n\nLent for {{ page.days }} days.',
    ],
    [
      '# Hats\n\n- [Lent for 30 days](#lent)\n\n## Lent for 30 days',
      '# Hats\n\n- [Lent for 60 days](#lent)\n\n## Lent for 30 days',
    ],
  ])('reads first what only a number or a mark tells, wherever it stands: %j', (before, after) => {
    expect(compare(before, after).changes.some(({ signal }) => signal === 'high')).toBe(true);
  });

  it.each([
    ['Do you sell hats?', 'No.', 'Do you keep shoes?', 'Yes.'],
    ['Hats of members', 'We sell them.', 'Hats of guests', 'We mend them.'],
    ['是否出售帽子？', '否。', '是否保存鞋子？', '是。'],
    ['Şapka satar mısınız?', 'Hayır.', 'Ayakkabı saklar mısınız?', 'Evet.'],
  ])('reads first that the answers of questions were exchanged: %s', (asked, said, other, answer) => {
    const isHigh = (before: readonly string[], after: readonly string[]): boolean =>
      compare(textOf(before), textOf(after)).changes.some(({ signal }) => signal === 'high');
    const before = [asked, said, other, answer];
    expect(isHigh(before, [asked, answer, other, said])).toBe(true);
    expect(isHigh(before, [other, said, asked, answer])).toBe(true);
    expect(isHigh(before, [asked, answer, 'Last updated: May 1, 2024', other, said])).toBe(true);
    // In a list it takes a question: lists are sorted anew.
    const items = (texts: readonly string[]): readonly string[] => [
      texts.map((one) => `- ${one}`).join('\n'),
    ];
    const isAsked = /[?？]$/.test(asked);
    expect(isHigh(items(before), items([asked, answer, other, said]))).toBe(isAsked);
    const sections = [`## ${asked}`, said, `## ${other}`, answer];
    expect(isHigh(sections, [`## ${other}`, answer, `## ${asked}`, said])).toBe(false);
  });

  it.each(['', 'ditto', 'as above', '"', 'dito', '同上'])(
    'reads first that a row says the same as another one: %j',
    (same) => {
      const table = (...rows: readonly string[]): string =>
        ['| Hat | Sold |', '| --- | --- |', ...rows].map((row) => `${row}\n`).join('');
      const row = same === '' ? '|  | Northwind |' : `| caps | ${same} |`;
      const [one, other] = ['| hats | no |', '| shoes | yes |'];
      const { changes } = compare(table(one, other, row), table(other, one, row));
      expect(changes.some(({ signal }) => signal === 'high')).toBe(true);
    },
  );

  it.each(['\\*', '†', '※', '★', '[a]', '(i)'])(
    'reads first that %s, which points at a note, stands behind another sentence',
    (mark) => {
      const sentences = ['We keep mail.', 'We sell “hats”', 'We lend shoes)', 'हम आपका पता'];
      const marked = (at: number): string =>
        [
          ...sentences.map((one, nth) => (nth === at ? `${one}${mark}` : one)),
          `${mark} Not of children.`,
        ].join('\n\n');
      for (const at of sentences.keys()) {
        const { changes } = compare(marked(at), marked((at + 1) % sentences.length));
        expect(changes.filter(({ signal }) => signal === 'high').length).toBe(2);
      }
    },
  );

  it.each([
    ['We sell what section 2 lists.', 'We sell what section 3 lists.'],
    ['Wir verkaufen, was Ziffer 2 nennt.', 'Wir verkaufen, was Ziffer 3 nennt.'],
  ])('reads first a reference to another part where no part has another number: %s', (before, after) => {
    const parts = '\n\n## 2. Hats\n\nOld.\n\n## 3. Shoes\n\nNew.';
    expect(compare(before + parts, after + parts).changes.some(({ signal }) => signal === 'high')).toBe(true);
    const inserted = parts.replace('2. Hats', '3. Hats').replace('3. Shoes', '4. Shoes');
    const moved = compare(before + parts, `${after}\n\n${inserted}`);
    expect(moved.changes.filter(({ signal }) => signal === 'high')).toEqual([]);
  });

  it.each([
    [
      'Of section 2.\n\n## 2. Hats\n\nOld.\n\n## 3. Shoes\n\nNew.',
      '## 2. H',
      '## 3. H',
      '## 3. S',
      '## 2. S',
    ],
    ['We sell (a) alone:\n\n(a) hats\n\n(b) shoes', '(a) h', '(b) h', '(b) s', '(a) s'],
  ])('reads first that two parts exchange their numbers: %j', (text, one, first, two, second) => {
    const other = text.replace(one, first).replace(two, second);
    expect(compare(text, other).changes.some(({ signal }) => signal === 'high')).toBe(true);
  });

  it.each(['# Hat Policy', '# Hat Policy\n\n**Last updated**', '## Last updated:', '**Effective date:**'])(
    'leaves a bare date of the document unread: %j',
    (above) => {
      const { changes } = compare(`${above}\n\nMay 1, 2027`, `${above}\n\nMay 2, 2028`);
      expect(changes.map(({ signals }) => signals)).toEqual([['updated']]);
    },
  );

  it('reads a document behind a byte order mark as it reads it without', () => {
    fc.assert(
      fc.property(blocks, (parts) => {
        const [plain, marked] = ['', '\ufeff'].map((mark) =>
          readDocument(sourceFile('a.md', mark + textOf(parts))),
        );
        expect(marked?.blocks.map(({ text }) => text)).toEqual(plain?.blocks.map(({ text }) => text));
      }),
    );
  });

  it.each(['details', 'template', 'noscript', 'div hidden'])(
    'reads first what was folded away by a tag: <%s>',
    (tag) => {
      const [name = ''] = tag.split(' ');
      const folded = textOf(['We knit hats.', `<${tag}>`, 'We never lend shoes.', `</${name}>`]);
      const { changes } = compare(textOf(['We knit hats.', 'We never lend shoes.']), folded);
      expect(changes.some(({ signal }) => signal === 'high')).toBe(true);
    },
  );

  it('keeps the coordinate of an edit under unrelated edits', () => {
    const rest = '\n\n## Hats\n\nWe knit them by hand.\n';
    const edit = (start: string, text: string): string => `${start}# Policy\n\n${text}${rest}`;
    const [plain] = compare(edit('', 'We keep your order.'), edit('', 'We sell your order.')).changes;
    const other = 'Welcome to our shop of hats.\n\n';
    const found = compare(edit('', 'We keep your order.'), edit(other, 'We sell your order.')).changes;
    expect(found.map((change) => change.fingerprint)).toContain(plain?.fingerprint);
  });

  it('tells a paragraph that was taken apart from many that begin alike, each by its own words', () => {
    const nouns = Array.from({ length: 60 }, (_, at) => `hat ${at}`);
    const wholes = nouns.map((hat) => `We keep your data. We keep your ${hat}.`);
    const parts = nouns.flatMap((hat) => ['We keep your data.', `We keep your ${hat}.`]);
    const { changes } = compare(textOf(wholes), textOf(parts));
    expect(changes.filter(({ signal }) => signal === 'high')).toEqual([]);
    const { changes: back } = compare(textOf(parts), textOf(wholes));
    expect(back.filter(({ signal }) => signal === 'high')).toEqual([]);
  });
});
