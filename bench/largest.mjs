/**
 * The largest allowed input of each kind, made to the numbers of src/base/limits.ts: what `bench/limits.mjs` measures.
 * `reach` says for each limit which of them come up to it; test/base/limits.test.ts holds that every limit has one.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const clause = (id, text) => `  - id: ${id}\n    kind: statement\n    title: T\n    text: ${text}\n`;
export const chapter = (...clauses) => `chapter: main\ntitle: Main\nclauses:\n${clauses.join('')}`;
const times = (count, make) => Array.from({ length: Math.floor(count) }, (_, index) => make(index));
const lines = (count, make) => times(count, make).join('\n');
const sha256 = (text) => createHash('sha256').update(text).digest('hex');

const countries =
  'AE AR AT AU BE BR CA CH CL CN CO CZ DE DK EG ES FI FR GB GR HU ID IE IL IN IT JP KE KR MX MY NG NL NO NZ PE PH PL PT RO SA SE SG TH TR TW UA US VN ZA'.split(
    ' ',
  );

/** Which inputs reach each limit. */
export const reach = {
  fileBytes: ['one line: 2 MB, over the limit', 'a recording for drift'],
  policyCharacters: ['all characters', 'a few words of all characters'],
  archivedCharacters: ['a version of all characters'],
  policyFiles: ['all files'],
  archivedBytes: ['a version of all characters'],
  compiledBytes: ['a compiled policy of places'],
  importedBytes: ['translations, JSON', 'translations, XLIFF', 'a Global Vendor List'],
  yamlParts: ['functions', 'words of a language', 'a table of vendors'],
  noteParts: ['notes'],
  yamlDepth: ['lists in lists'],
  aliases: ['all aliases'],
  unfolded: ['all aliases'],
  clauses: ['clauses', 'links'],
  stating: ['functions', 'recipients of other ids', 'functions of other ids'],
  listed: ['entries of a register', 'entries with other names'],
  watching: ['a list that sees every change', 'promises that see each country'],
  locales: ['a policy in all languages'],
  pageRows: ['a thousand vendors in many languages', 'a policy in all languages'],
  rows: ['a thousand vendors of an advertising framework', 'a compiled policy of all rows'],
  members: ['lists of other data'],
  archivedRows: ['a version of all rows'],
  archivedNames: ['a compiled policy of retired ids', 'a compiled policy of terms'],
  termDepth: ['terms one below another'],
  nameLength: ['the longest ids'],
  columns: ['a register of all columns'],
  proseDepth: ['nested lists: 50'],
  paragraphMarks: ['one paragraph: 2,000 marks'],
  proseMarks: ['lines', 'emphasis and words', 'links', 'cells of one row'],
  textMarks: ['links', 'all texts'],
  archivedMarks: ['a version of all marks'],
  textCharacters: ['all characters'],
  tableRows: ['rows'],
  documentLines: ['items', 'headings', 'items that are all others'],
  documentCharacters: ['one line', 'one line of Han'],
  problems: ['ids that nothing has'],
};

/** @param {import('../src/base/limits.ts').limits} limits */
export function largest(limits) {
  /** A chapter, by what it has the most of. */
  const chapters = {
    'keys of one map': times(limits.yamlParts - 99, (at) => `k${at}: 1\n`).join(''),
    'values of one list': `chapter: main\ntitle: Main\nclauses: [${'a,'.repeat(limits.yamlParts - 99)}]\n`,
    'lists in lists': `chapter: main\ntitle: Main\nclauses: ${'['.repeat(limits.yamlDepth - 2)}${']'.repeat(limits.yamlDepth - 2)}\n`,
    'all aliases': `chapter: main\ntitle: Main\nclauses:\n  - &a [${'b, '.repeat(limits.unfolded / limits.aliases - 9)}b]\n${'  - *a\n'.repeat(limits.aliases - 1)}`,
    'the longest ids': chapter(
      ...times(limits.clauses / 2, (at) =>
        clause(`x${'y'.repeat(limits.nameLength - 9)}${at}`, 'We keep it.'),
      ),
    ),
    'nested lists: 50': chapter(clause('deep', JSON.stringify(`${'> '.repeat(49)}x`))),
    'one paragraph: 2,000 marks': chapter(clause('marks', JSON.stringify('*a_ '.repeat(1000)))),
    'all texts': chapter(
      ...times(limits.textMarks / 500, (at) => clause(`m${at}`, JSON.stringify('*a_ '.repeat(245)))),
    ),
    'one line: 2 MB, over the limit': chapter(clause('long', JSON.stringify('word '.repeat(400_000)))),
    'one word: 2 MB, over the limit': chapter(clause('long', JSON.stringify('a.'.repeat(1_000_000)))),
  };
  /** Words that differ from one line, and from one document, to the next. */
  const said = (salt, at) =>
    `word${(at * 7 + salt) % 97} we${(at * 13 + salt) % 89} keep${(at + salt) % 83} it`;
  const { documentLines, documentCharacters, proseMarks, textMarks, tableRows } = limits;
  /** Two documents that have hardly a line in common, by what they have the most of. */
  const documents = {
    paragraphs: (salt) => lines(Math.min(documentLines, proseMarks / 2) - 5, (at) => `${said(salt, at)}.\n`),
    'one line': (salt) => `word${salt} `.repeat(documentCharacters / 6 - 1),
    'one line of Han': (salt) => `我们${salt}收集。`.repeat(documentCharacters / 10 - 9),
    'paragraphs of Han': (salt) =>
      lines(Math.min(documentLines, proseMarks / 2) - 5, (at) => {
        const signs = times(
          documentCharacters / documentLines / 2 - 3,
          (nth) => (at * 31 + nth * nth * salt) % 15,
        );
        return `${signs.map((sign) => '我们收集您的手机号码以便登录'[sign % 14]).join('')}。\n`;
      }),
    'emphasis and words': (salt) => lines(proseMarks / 20, () => `${'*a_ '.repeat(8)}${salt}\n`),
    'brackets that close nothing': (salt) => lines(proseMarks / 1000, () => `${'['.repeat(990)}${salt}\n`),
    links: (salt) =>
      lines(Math.min(documentLines, proseMarks / 4) - 5, (at) => `[a](http://a.example/${salt}${at})\n`),
    definitions: (salt) =>
      lines(Math.min(documentLines, proseMarks / 4) - 5, (at) => `[a${at}]: http://a.example/${salt}\n`),
    'items that are all others': (salt) => lines(documentLines - 5, (at) => `- ${salt}x${at} ${salt}y${at}`),
    'items with a link': (salt) =>
      lines(Math.min(documentLines, proseMarks / 4) - 5, (at) => `- [${said(salt, at)}](/a${at}${salt})`),
    items: (salt) => lines(documentLines - 5, (at) => `- ${said(salt, at)}`),
    headings: (salt) => lines(documentLines - 5, (at) => `# ${said(salt, at)}`),
    rows: (salt) => `|a|b|\n|-|-|\n${lines(tableRows - 5, (at) => `|${said(salt, at)}|${at * salt}|`)}`,
    'cells of one row': (salt) =>
      `${'|a'.repeat(proseMarks / 3 - 9)}\n${'|-'.repeat(proseMarks / 3 - 9)}\n${`|${salt}`.repeat(proseMarks / 3 - 9)}`,
    'characters by name': (salt) => `&amp;${salt} `.repeat(proseMarks - 9),
    tabs: (salt) => `${'a\t'.repeat(proseMarks - 9)}${salt}`,
    citations: (salt) => lines(documentLines - 5, (at) => `${'(a) section 5 and '.repeat(4)}${at}${salt}`),
    'one long citation': (salt) => `${'(a) '.repeat(documentCharacters / 200)}${salt}`,
    'lines of code': (salt) => lines(documentLines / 3 - 5, (at) => `~~~\n${said(salt, at)}\n~~~\n`),
    'words in another order': (salt) =>
      lines(40, () => `${times(1500, (at) => `w${(at * salt) % 50}`).join(' ')}\n`),
  };
  const uses = { kind: 'function', title: 'T', tier: 'basic', purposes: ['account.registration'] };
  /** As many clauses that state facts as a policy may have, where each has so many of the parts that YAML is counted by. */
  const facts = (parts, make, within = 1) => {
    const count = Math.floor(within * Math.min(limits.stating - 20, limits.yamlParts / (parts + 3)));
    return chapter(
      ...times(count, (at) => {
        const lines = Object.entries(make(at, count)).map(
          ([name, value]) => `${name}: ${JSON.stringify(value)}`,
        );
        return `  - ${lines.join('\n    ')}\n`;
      }),
    );
  };
  /** Two policies that differ in every text, by what their texts have the most of. */
  const policies = {
    'all characters': (salt) =>
      chapter(
        ...times(limits.policyCharacters / limits.textCharacters - 1, (at) =>
          clause(`s${at}`, `wo${salt}d `.repeat(limits.textCharacters / 5 - 9)),
        ),
      ),
    'a few words of all characters': (salt) =>
      chapter(
        ...times(limits.policyCharacters / limits.textCharacters - 1, (at) =>
          clause(`s${at}`, `wo${salt}d ${'word '.repeat(20)}`.repeat(limits.textCharacters / 105 - 9)),
        ),
      ),
    clauses: (salt) =>
      chapter(...times(limits.clauses - 20, (at) => clause(`s${at}`, `We keep it for ${salt} days.`))),
    links: (salt) =>
      chapter(
        ...times(Math.min(textMarks / 7, limits.clauses - 20), (at) =>
          clause(`s${at}`, `"[a](http://a/${salt}) &amp;"`),
        ),
      ),
    lines: (salt) => chapter(clause('s', JSON.stringify(`a ${salt}\n\n`.repeat(proseMarks / 2.2)))),
    functions: (salt) => facts(7, (at) => ({ ...uses, id: `x${at}`, text: `We use it for ${salt} days.` })),
    recipients: (salt) =>
      facts(5, (at) => ({
        id: `x${at}`,
        kind: 'recipient',
        title: 'T',
        name: `F${at}${salt}`,
        form: 'share',
      })),
    'recipients of other ids': (salt) =>
      facts(5, (at) => ({ id: `x${salt}-${at}`, kind: 'recipient', title: 'T', name: 'F', form: 'share' })),
    'functions of other ids': (salt) =>
      facts(6, (at) => ({ ...uses, tier: 'additional', id: `x${salt}-${at}`, collects: ['contact.email'] })),
    'retention of other ids': (salt) =>
      facts(5, (at) => ({
        id: `x${salt}-${at}`,
        kind: 'retention',
        title: 'T',
        period: `P${at + 1}D`,
        data: ['contact.email'],
      })),
    'a list that sees every change': (salt) => {
      const entries = times(limits.watching - 9, (at) => ({
        id: `e${at}`,
        words: 'W.',
        watches: [{ watch: 'recipient' }],
      }));
      return (
        facts(5, (at) => ({ id: `x${salt}-${at}`, kind: 'recipient', title: 'T', form: 'share' }), 0.8) +
        `  - { id: changing, kind: change, title: C, material: ${JSON.stringify(entries)} }\n`
      );
    },
    'functions for other products and groups': (salt) =>
      facts(14, (at) => ({
        ...uses,
        refusal: 'R.',
        collects: ['contact.email'],
        id: `x${at}`,
        applies: {
          products: times(3, (nth) => `p${(at * 5 + nth * 17 + salt) % 97}`),
          groups: times(2, (nth) => `g${(at * 3 + nth * 7 + salt) % 53}`),
        },
      })),
    'functions for other regions': (salt) =>
      facts(
        8,
        (at) => ({
          ...uses,
          refusal: 'R.',
          collects: ['contact.email'],
          id: `x${at}`,
          applies: { regions: times(6, (nth) => countries[(at * 7 + nth * 3 + salt) % countries.length]) },
        }),
        0.9,
      ),
    'one consent of all functions': (salt) =>
      facts(11, (at) => ({ ...uses, id: `x${at}`, consent: { unit: `u${salt}`, kind: 'explicit' } })),
    'promises that all break': () =>
      facts(5, (at) =>
        at % 2
          ? { id: `x${at}`, kind: 'commitment', title: 'T', promise: 'never', act: 'share' }
          : { id: `x${at}`, kind: 'recipient', title: 'T', name: `F${at}`, form: 'share' },
      ),
    'periods in facts and texts': (salt) =>
      facts(5, (at) =>
        at % 2
          ? { id: `x${at}`, kind: 'retention', title: 'T', period: `P${at}D` }
          : { id: `x${at}`, kind: 'statement', text: `We keep all your data for ${at + salt} months.` },
      ),
    'words to avoid': (salt) =>
      facts(6, (at) => ({
        id: `x${at}`,
        kind: 'definition',
        title: `Kid ${at}`,
        avoid: [`kid a${at}`],
        text: `A kid of ${salt}.`,
      })),
    'one circle of terms': () =>
      facts(5, (at, count) => ({
        id: `x${at}`,
        kind: 'definition',
        title: `Term ${at}`,
        text: `What :term[x${(at + 1) % count}] is.`,
      })),
    'ids that nothing has': (salt) =>
      facts(5, (at) => ({ ...uses, id: `x${at}`, requires: [`other-${at}-${salt}`] })),
    'a list of ids that nothing has': (salt) =>
      facts(limits.yamlParts / 2, (at) => ({
        ...uses,
        id: `x${at}`,
        requires: times(limits.yamlParts / 2.5, (other) => `other-${other}-${salt}`),
      })),
  };

  /** A released policy of ours. */
  const released = () =>
    JSON.parse(readFileSync(join(root, 'policies/devtool/archive/0001/public/policy.json'), 'utf8'));

  /** The same with as many names as it may have: where `names` puts so many of them. */
  const compiledWith = (names) => () => {
    const policy = released();
    const ids = times(limits.archivedNames - 6000, (at) => `x${String(at).padStart(7, '0')}`);
    const each = (value) => Object.fromEntries(ids.map((id) => [id, value]));
    return JSON.stringify({ ...policy, ...names(policy, ids, each) });
  };

  /** The entries of one clause with a register so many times that there are about as many rows as there may be. */
  function compiled() {
    const policy = released();
    const at = policy.facts.findIndex(({ relation }) => relation === 'recipient');
    const { key, place } = policy.facts[at];
    const entry = (nth, relation, ...more) => ({
      key: [...key, `x${String(nth).padStart(7, '0')}`, ...more],
      place,
      relation,
      values: more.length > 0 ? {} : { name: `Vendor ${nth}` },
    });
    const count = limits.listed - 99;
    const purposes = Object.keys(policy.vocabulary.purposes)
      .sort()
      .slice(0, Math.floor(limits.rows / count) - 2);
    const isAfter = ({ relation }, other) => relation > other;
    const put = (facts, relation, rows) => {
      const to = facts.findIndex((row) => isAfter(row, relation));
      return to === -1 ? [...facts, ...rows] : facts.toSpliced(to, 0, ...rows);
    };
    const listed = put(
      policy.facts,
      'recipient.listed',
      times(count, (nth) => entry(nth, 'recipient.listed')),
    );
    const facts = put(
      listed,
      'recipient.listed.purpose',
      times(count, (nth) =>
        purposes.map((purpose) => entry(nth, 'recipient.listed.purpose', purpose)),
      ).flat(),
    );
    return JSON.stringify({ ...policy, facts });
  }

  /** A policy with registers or lists, and the same where they are otherwise: by file, of each side. */
  const listing = (...clauses) => chapter(...clauses.map((one) => `  - ${JSON.stringify(one)}\n`));
  const named = (id) => ({ id, kind: 'recipient', title: 'R', name: `R ${id}`, register: 'registers/v.csv' });
  const register = (csv, ...clauses) => ({
    'chapters/main.yaml': listing(...clauses),
    'registers/v.csv': csv,
  });
  /** A policy in so many languages, into which nothing is translated. */
  const inLanguages = (count) => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const tags = letters.flatMap((one) => letters.map((two) => `en-${one}${two}`)).slice(0, count - 1);
    const policy = readFileSync(join(root, 'test/samples/small/policy.yaml'), 'utf8');
    return policy.replace('[en]', `[en, ${tags.join(', ')}]`);
  };
  const terms = (count, more) =>
    times(count, (at) => `  - { id: x.t${at}, label: { en: T ${at} }${more(at)} }\n`).join('');
  const lists = {
    'entries of a register': (salt) =>
      register(`id,name\n${lines(limits.listed - 99, (at) => `v${salt}-${at},Vendor ${at}`)}\n`, named('r')),
    'entries with other names': (salt) =>
      register(`id,name\n${lines(limits.listed - 99, (at) => `v${at},Vendor ${at}${salt}`)}\n`, named('r')),
    'a register that many clauses name': (salt) =>
      register(
        `id,name\n${lines(48, (at) => `v${salt}-${at},Vendor ${at}`)}\n`,
        ...times(limits.listed / 50 - 2, (at) => named(`r${at}`)),
      ),
    'a register of all columns': (salt) =>
      register(
        `id,name,${times(limits.columns - 3, (at) => `c${at}`)}\n${lines(limits.yamlParts / (limits.columns + 3), (at) => `v${salt}-${at},V${'x,'.repeat(limits.columns - 3)}`)}\n`,
        named('r'),
      ),
    'a thousand vendors of an advertising framework': (salt) =>
      register(
        `id,name,data,purposes\n${lines(Math.min(limits.listed - 99, 1000), (at) => `v${salt}-${at},Vendor ${at},device.ip_address;device.environment;device.other_id;behavior.web_browsing;location.coarse;behavior.preference,device.storage_access;marketing.advertising;marketing.personalised_advertising;analytics.usage;improve.product`)}\n`,
        named('r'),
      ),
    'promises that see each country': (salt) =>
      register(
        `id,name,countries\n${lines(limits.listed - 99, (at) => `v${at},Vendor ${at},${salt === 1 ? 'CN;JP;KR;VN;TH' : 'DE;FR;IT;ES;US'}`)}\n`,
        named('r'),
        {
          id: 'changing',
          kind: 'change',
          title: 'C',
          prominent: ['announcement'],
          promises: times(limits.watching - 9, (at) => ({
            id: `e${at}`,
            words: 'W.',
            owes: 'express-consent',
            watches: ['recipient'],
          })),
        },
      ),
    'lists of other data': (salt) => ({
      'taxonomy.yaml': `format: policyc/taxonomy@1\ndata:\n${terms(240, () => '')}`,
      'chapters/main.yaml': listing(
        ...times(limits.members / 242 - 2, (at) => ({
          ...uses,
          tier: 'additional',
          id: `f${at}`,
          collects: times(120, (nth) => `x.t${nth + (salt === 1 ? 0 : 120)}`),
        })),
      ),
    }),
    'terms one below another': (salt) => ({
      'taxonomy.yaml': `format: policyc/taxonomy@1\ndata:\n${terms(limits.yamlParts / 6, (at) => (at % (limits.termDepth - 1) ? `, parent: x.t${at - 1}` : ''))}`,
      'chapters/main.yaml': listing({
        ...uses,
        id: 'f',
        refusal: 'R.',
        collects: times(limits.yamlParts / 50, (at) => `x.t${at * 2 + (salt % 2)}`),
      }),
    }),
    'a policy in all languages': (salt) => ({
      'policy.yaml': inLanguages(limits.locales - 4),
      'chapters/main.yaml': policies.clauses(salt),
    }),
    'a thousand vendors in many languages': (salt) => ({
      ...lists['a thousand vendors of an advertising framework'](salt),
      'policy.yaml': inLanguages(Math.floor(limits.pageRows / limits.rows)),
    }),
    'all files': (salt) => {
      const count = limits.clauses - 50;
      const ids = times(count, (at) => `c${at}`);
      const policy = readFileSync(join(root, 'test/samples/small/policy.yaml'), 'utf8');
      return {
        'policy.yaml': policy.replace(/^chapters: .*$/m, `chapters: [main, about, ${ids.join(', ')}]`),
        ...Object.fromEntries([
          ...ids.map((id) => [
            `chapters/${id}.yaml`,
            `chapter: ${id}\ntitle: C\nclauses:\n${clause(`s-${id}`, `We keep it for ${salt} days.`)}`,
          ]),
          ...times(limits.policyFiles - 150 - count, (at) => [`registers/r${at}.csv`, 'id,name\nv,V\n']),
        ]),
      };
    },
  };

  /** An archive whose one version holds what `more` makes of a policy of ours, with every hash true: by file. */
  function archive(more) {
    const folder = join(root, 'policies/devtool');
    const read = (path) => readFileSync(join(folder, 'archive/0001', path), 'utf8');
    const was = read('public/policy.json');
    const text = `${JSON.stringify(more(JSON.parse(was)))}\n`;
    const manifest = read('manifest.json').replaceAll(sha256(was), sha256(text));
    const sums = read('SHA256SUMS')
      .replaceAll(sha256(was), sha256(text))
      .replaceAll(sha256(read('manifest.json')), sha256(manifest));
    return { 'public/policy.json': text, 'manifest.json': manifest, SHA256SUMS: sums };
  }

  /** So many texts more than a version has. */
  const moreTexts = (count, text) => (policy) => {
    const row = policy.prose[0];
    const rows = times(count, (at) => ({
      ...row,
      key: [`zz${String(at).padStart(6, '0')}`, 'text', 'en'],
      values: { text },
    }));
    return { ...policy, prose: [...policy.prose, ...rows] };
  };
  const archives = {
    'a version of all rows': () => archive(moreTexts(limits.archivedRows - 3000, 'We keep it.')),
    'a version of all characters': () =>
      archive(
        moreTexts(
          limits.archivedCharacters / limits.textCharacters - 3,
          'word '.repeat(limits.textCharacters / 5),
        ),
      ),
    'a version of all marks': () =>
      archive(moreTexts(limits.archivedMarks / 1000 - 3, `${'*a_ '.repeat(245)}\n\n`.repeat(2))),
  };

  /** Files of other programs: how they are called, what they hold, and the command that reads them. */
  const others = [
    [
      'HTML to import',
      'a.html',
      ['import', 'a.html', 'new'],
      () => `<h1>Policy</h1>${lines(documentLines / 2 - 9, (at) => `<p>${said(1, at)}</p>`)}`,
    ],
    ['Markdown to import', 'a.md', ['import', 'a.md', 'new'], () => documents.items(1)],
    [
      'translations, JSON',
      'a.json',
      ['locale', 'import', 'a.json'],
      () =>
        JSON.stringify({
          format: 'policyc/translations@1',
          policy: 'small',
          locale: 'de',
          texts: times(limits.importedBytes / 80, (at) => ({
            id: `x${at}/text`,
            source: 'We keep it.',
            target: `Wir ${at}`,
          })),
        }),
    ],
    [
      'translations, XLIFF',
      'a.xlf',
      ['locale', 'import', 'a.xlf'],
      () =>
        `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><file id="small">${lines(limits.importedBytes / 110, (at) => `<unit id="x${at}"><segment><source>a</source><target>b${at}</target></segment></unit>`)}</file></xliff>`,
    ],
    [
      'a Global Vendor List',
      'gvl.json',
      ['register', 'import', 'gvl.json'],
      () =>
        JSON.stringify({
          vendorListVersion: 1,
          gvlSpecificationVersion: 3,
          tcfPolicyVersion: 4,
          purposes: {},
          vendors: Object.fromEntries(
            times(limits.importedBytes / 150, (at) => [
              at + 1,
              {
                id: at + 1,
                name: `Vendor ${at}`,
                purposes: [1],
                legIntPurposes: [],
                urls: [{ langId: 'en', privacy: 'https://a.example/' }],
              },
            ]),
          ),
        }),
    ],
    [
      'a table of vendors',
      'v.csv',
      ['register', 'import', 'v.csv'],
      () => `name,country,purpose\n${lines(limits.yamlParts / 4, (at) => `Vendor ${at},Germany,ads`)}`,
    ],
    [
      'a recording for drift',
      'code/a.har',
      ['drift', 'code', '--policy', 'policy'],
      () =>
        JSON.stringify({
          log: {
            entries: times(limits.fileBytes / 130, (at) => ({
              request: { url: `https://a${at}.example/` },
              response: { cookies: [{ name: `c${at}`, domain: 'a.example' }] },
            })),
          },
        }),
    ],
    [
      'a compiled policy of all rows',
      'p.json',
      ['diff', 'p.json', '-p', 'policy', '--fail-on', 'none'],
      compiled,
    ],
    ...[
      ['retired ids', (_, retired) => ({ retired })],
      ['languages', ({ locales }, ids) => ({ locales: [...locales, ...ids] })],
      [
        'terms',
        ({ vocabulary }, _ids, each) => ({
          vocabulary: { ...vocabulary, data: { ...each({ label: {}, sensitive: {} }), ...vocabulary.data } },
        }),
      ],
      [
        'words',
        ({ vocabulary }, _ids, each) => ({
          vocabulary: { ...vocabulary, words: { ...vocabulary.words, zz: each('a') } },
        }),
      ],
      [
        'places',
        ({ facts }) => {
          const { places, ...row } = facts[0];
          const place = { file: 'a', line: 1, column: 1, endLine: 1, endColumn: 1 };
          const many = times(limits.compiledBytes / 90, (at) => [`x${at}`, place]);
          return { facts: [{ ...row, places: Object.fromEntries(many) }, ...facts.slice(1)] };
        },
      ],
    ].map(([name, names]) => [
      `a compiled policy of ${name}`,
      'p.json',
      ['diff', 'p.json', '-p', 'policy', '--fail-on', 'none'],
      compiledWith(names),
    ]),
    // What it leaves behind is a policy that nothing else can be measured with.
    [
      'words of a language',
      'policy/words/nl.yaml',
      ['check', '--no-cache'],
      () => `words:\n${lines(limits.yamlParts - 99, (at) => `  w${at}: x`)}`,
    ],
    // The last, since the notes stay in the folder.
    [
      'notes',
      'policy/changes',
      ['check', '--no-cache'],
      () =>
        Object.fromEntries(
          times(limits.noteParts / limits.yamlParts, (note) => [
            `${note}.md`,
            `---\ncovers: []\nagainst: none\ndecision: notify\nreason: W.\nby: Bo\ndeclares:\n${lines(
              limits.yamlParts - 20,
              (at) => `  - a${note}-${at}`,
            )}\n---\n`,
          ]),
        ),
    ],
  ];

  return { chapters, documents, policies, lists, archives, others };
}
