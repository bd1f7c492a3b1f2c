import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import jsonld from 'jsonld';
import { parse as parsePlist } from 'plist';
import { describe, expect, it } from 'vitest';
import { CannotWork } from '../../src/base/failure.ts';
import { applePurposes, appleTypes } from '../../src/export/apple-terms.ts';
import { cellForPeople } from '../../src/export/csv.ts';
import type { Exported } from '../../src/export/export.ts';
import { type ExportFormat, exportAs, exportFormats, type Form } from '../../src/export/formats.ts';
import { columns, lines } from '../../src/export/play-form.ts';
import { loadEditionBackground } from '../../src/model/edition-background.ts';
import type { Policy } from '../../src/model/policy.ts';
import { wordsOf } from '../../src/render/words.ts';
import { isPolicyFolderPath } from '../../src/revision/policy-paths.ts';
import { readFolder } from '../../src/snapshot/folder.ts';
import { languages } from '../../src/words/languages.ts';
import { policyFrom, smallHead } from '../policy.ts';

const background = (await loadEditionBackground('2026-12')) ?? never();
const head = smallHead
  .replace('2026-11', '2026-12')
  .replace('policy@1', 'policy@2')
  .replace('cn-pipl', 'eu-gdpr');

function small(clauses: string, more: Readonly<Record<string, string>> = {}): Policy {
  return policyFrom({
    'policy.yaml': head,
    'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${clauses.replace(/^\n/, '')}`,
    ...more,
  });
}

function exported(format: ExportFormat, policy: Policy, form?: Form, product?: string): Exported {
  return exportAs(format, form, {
    policy,
    background,
    locale: policy.prevailing,
    product,
    published: '2027-01-31',
  });
}

const ours = ['marketplace', 'charity', 'devtool', 'childrens-app'].map((name) => {
  const { files } = readFolder(join(import.meta.dirname, '../../policies', name), isPolicyFolderPath);
  return [name, policyFrom(Object.fromEntries([...files].map(([path, { text }]) => [path, text])))] as const;
});

const shop = small(`
  - id: orders
    kind: function
    title: Orders
    tier: basic
    purposes: [{ purpose: trade.order, basis: contract }]
    collects: [{ data: contact.email, source: provided, required: true }, { data: identity.ethnicity, source: provided, required: false }]
  - id: hints
    kind: function
    title: Hints
    tier: additional
    purposes: [{ purpose: content.recommend, basis: consent }]
    collects: [{ data: location.precise, source: observed }, { data: behavior.preference, source: derived }]
  - { id: guessed, kind: function, title: Place, purposes: [analytics.usage], collects: [location] }
  - { id: web-only, kind: technology, title: A cookie, type: cookie, applies: { channels: [website] }, data: [device.cookie], purposes: [analytics.usage] }
  - { id: ads, kind: recipient, title: Adverts, form: share, crossContextAdvertising: true, sale: false, receives: [location.precise], purposes: [marketing.personalised_advertising], countries: [US], mechanism: adequacy }
  - { id: host, kind: recipient, title: Hosting, form: entrust, name: "=Host, Ltd", receives: [contact.email], purposes: [trade.order] }
  - { id: kept, kind: retention, title: Kept, data: [contact.email], period: P2Y }
  - { id: safe, kind: security, title: Safe, measures: [encryption-in-transit] }
  - { id: erase, kind: right, title: Erasing, right: delete }
  - { id: signal, kind: commitment, promise: always, act: heed-gpc, text: We heed it. }
`);

/** The answers of a Play form that are filled in, as `question answer value`. */
function answersIn(text: string): string[] {
  const [, ...rows] = parse(text) as string[][];
  return rows
    .filter(([, , value]) => value !== '')
    .map(([question, response, value]) => `${question} ${response} ${value}`);
}

describe('the form of Google Play', () => {
  it('has the columns, lines and order of the console’s own template', () => {
    const rows = parse(exported('google-play', shop).text) as string[][];
    expect(rows[0]).toEqual([...columns]);
    expect(rows.length).toBe(783);
    expect(new Set(rows.map(([question, response]) => `${question} ${response}`)).size).toBe(783);
    expect(rows.every(({ length }) => length === 5)).toBe(true);
  });

  it('is filled in from the facts', () => {
    expect(
      answersIn(exported('google-play', shop).text).filter((line) => !line.startsWith('PSL_DATA_USAGE')),
    ).toEqual([
      'PSL_DATA_COLLECTION_COLLECTS_PERSONAL_DATA  true',
      'PSL_DATA_COLLECTION_ENCRYPTED_IN_TRANSIT  true',
      'PSL_SUPPORT_DATA_DELETION_BY_USER DATA_DELETION_YES true',
      'PSL_DATA_TYPES_PERSONAL PSL_EMAIL true',
      'PSL_DATA_TYPES_PERSONAL PSL_RACE_ETHNICITY true',
      'PSL_DATA_TYPES_LOCATION PSL_PRECISE_LOCATION true',
    ]);
    const of = 'PSL_DATA_USAGE_RESPONSES:PSL_PRECISE_LOCATION:';
    expect(answersIn(exported('google-play', shop).text).filter((line) => line.startsWith(of))).toEqual([
      `${of}PSL_DATA_USAGE_COLLECTION_AND_SHARING PSL_DATA_USAGE_ONLY_COLLECTED true`,
      `${of}PSL_DATA_USAGE_COLLECTION_AND_SHARING PSL_DATA_USAGE_ONLY_SHARED true`,
      `${of}DATA_USAGE_USER_CONTROL PSL_DATA_USAGE_USER_CONTROL_OPTIONAL true`,
      `${of}DATA_USAGE_COLLECTION_PURPOSE PSL_PERSONALIZATION true`,
      `${of}DATA_USAGE_SHARING_PURPOSE PSL_ADVERTISING true`,
    ]);
  });

  it('lists what cannot be told', () => {
    const about = exported('google-play', shop)
      .untold.map((one) => `${one.about}: ${one.because}`)
      .join('\n');
    expect(about).toMatch(/^location: it is wider than any answer there/m);
    expect(about).toMatch(/^behavior\.preference \(hints\): left out/m);
    expect(about).not.toMatch(/device\.cookie|encrypted in transit/);
    const silent = exported(
      'google-play',
      small('  - { id: a, kind: function, title: A, purposes: [trade.order], collects: [contact.email] }'),
    );
    expect(answersIn(silent.text).join('\n')).not.toMatch(/USER_CONTROL|ENCRYPTED|DELETION/);
    const basic =
      '  - { id: a, kind: function, tier: basic, title: A, purposes: [trade.order], collects: [contact.email] }';
    for (const { untold } of [silent, exported('google-play', small(basic))])
      expect(untold).toContainEqual({
        about: 'Email address: required, or a choice of users',
        because: 'some clause says neither that it is required nor that users can refuse it',
      });
  });

  it('says that nothing is collected where nothing is', () => {
    const nothing = small('  - { id: words, kind: statement, title: Words, text: Nothing. }');
    expect(answersIn(exported('google-play', nothing).text)).toEqual([
      'PSL_DATA_COLLECTION_COLLECTS_PERSONAL_DATA  false',
    ]);
  });

  it('takes what a company calls its own for what stands above it', () => {
    const taxonomy =
      'format: policyc/taxonomy@1\ndata:\n  - { id: pet.name, label: { en: name of your pet }, parent: identity.nickname }\n  - { id: pet.mood, label: { en: mood } }\n';
    const policy = small(
      '  - { id: pets, kind: function, title: Pets, purposes: [trade.order], collects: [pet.name, pet.mood] }',
      { 'taxonomy.yaml': taxonomy },
    );
    const { text, untold } = exported('google-play', policy);
    expect(answersIn(text)).toContain('PSL_DATA_TYPES_PERSONAL PSL_NAME true');
    expect(untold).toContainEqual({ about: 'pet.mood', because: expect.stringMatching(/stands below none/) });
  });

  it('is of one product when one is asked for', () => {
    const two = small(`
  - { id: a, kind: function, title: A, applies: { products: [One] }, purposes: [trade.order], collects: [contact.email] }
  - { id: b, kind: function, title: B, applies: { products: [Two] }, purposes: [trade.order], collects: [health.medical] }
`);
    expect(answersIn(exported('google-play', two, undefined, 'One').text).join()).not.toMatch(/PSL_HEALTH/);
    expect(answersIn(exported('google-play', two).text).join()).toMatch(/PSL_HEALTH/);
  });
});

interface Collected {
  readonly NSPrivacyCollectedDataType: string;
  readonly NSPrivacyCollectedDataTypeLinked: boolean;
  readonly NSPrivacyCollectedDataTypeTracking?: boolean;
  readonly NSPrivacyCollectedDataTypePurposes: readonly string[];
}

describe('the privacy manifest of Apple', () => {
  const read = (policy: Policy) =>
    parsePlist(exported('apple-manifest', policy).text) as unknown as {
      NSPrivacyTracking?: boolean;
      NSPrivacyTrackingDomains?: string[];
      NSPrivacyCollectedDataTypes: Collected[];
    };

  it.each(ours)('is a property list of known types and purposes: %s', (_, policy) => {
    const manifest = read(policy);
    const open = exported('apple-manifest', policy).untold.map(({ about }) => about);
    expect(manifest.NSPrivacyCollectedDataTypes.length).toBeGreaterThan(0);
    for (const one of manifest.NSPrivacyCollectedDataTypes) {
      expect([...appleTypes.keys()]).toContain(one.NSPrivacyCollectedDataType);
      expect(one.NSPrivacyCollectedDataTypeLinked).toBe(true);
      const label = appleTypes.get(one.NSPrivacyCollectedDataType)?.label;
      if (one.NSPrivacyCollectedDataTypePurposes.length === 0) expect(open).toContain(`${label}: purposes`);
      for (const purpose of one.NSPrivacyCollectedDataTypePurposes)
        expect([...applePurposes.keys()]).toContain(purpose);
    }
  });

  it('says what tracks, and leaves open what no fact says', () => {
    const manifest = read(shop);
    const location = manifest.NSPrivacyCollectedDataTypes.find((one) =>
      /PreciseLocation/.test(one.NSPrivacyCollectedDataType),
    );
    expect(location?.NSPrivacyCollectedDataTypeTracking).toBe(true);
    expect(manifest.NSPrivacyTracking).toBe(true);
    expect(manifest).not.toHaveProperty('NSPrivacyTrackingDomains');
    const open = small(`
  - { id: a, kind: function, title: A, purposes: [trade.order], collects: [contact.email] }
  - { id: b, kind: recipient, title: B, form: share, receives: [contact.email], purposes: [marketing.advertising] }
`);
    expect(read(open)).not.toHaveProperty('NSPrivacyTracking');
    expect(read(open).NSPrivacyCollectedDataTypes[0]).not.toHaveProperty(
      'NSPrivacyCollectedDataTypeTracking',
    );
    expect(exported('apple-manifest', open).untold.map(({ about }) => about)).toContain(
      'Email Address: used to track, or not',
    );
  });

  it('has labels that fastlane takes, and that people read', () => {
    const labels = JSON.parse(exported('apple-labels', shop).text) as {
      category: string;
      purposes: string[];
      data_protections: string[];
    }[];
    expect(labels.find(({ category }) => category === 'PRECISE_LOCATION')).toEqual({
      category: 'PRECISE_LOCATION',
      purposes: ['PRODUCT_PERSONALIZATION'],
      data_protections: ['DATA_LINKED_TO_YOU', 'DATA_USED_TO_TRACK_YOU'],
    });
    expect(exported('apple-labels', shop, 'markdown').text).toMatch(
      /## Data Used to Track You\n\n- Location: Precise Location\n/,
    );
    const nothing = small('  - { id: words, kind: statement, title: Words, text: Nothing. }');
    expect(JSON.parse(exported('apple-labels', nothing).text)).toEqual([
      { data_protections: ['DATA_NOT_COLLECTED'] },
    ]);
  });
});

describe('records of processing', () => {
  it('have a column for each thing that art. 30(1) asks, and a line an activity', () => {
    const rows = parse(exported('records', shop).text) as string[][];
    expect(
      rows[0]
        ?.join(' ')
        .match(/30\(1\)\([a-g]\)/g)
        ?.map((one) => one.at(-2)),
    ).toEqual([...'abccdefg']);
    expect(rows.slice(1).map(([activity]) => activity)).toEqual([
      'Place (guessed)',
      'Hints (hints)',
      'Orders (orders)',
      'A cookie (web-only)',
    ]);
    const orders = rows[3] ?? [];
    expect(orders[2]).toBe(
      'orders and purchases (contract)'.replace('orders and purchases', orders[2]?.split(' (')[0] ?? ''),
    );
    expect(orders[4]).toMatch(/\(sensitive\)/);
    expect(orders[7]).toBe('2 years');
    expect(rows[2]?.[6]).toMatch(/^Adverts: United States \(/);
  });

  it.each(languages.map(({ tag }) => tag).filter((tag) => tag !== 'en'))('are written in %s', (tag) => {
    for (const form of ['csv', 'markdown', 'html'] as const) {
      const { text } = exportAs('records', form, { policy: shop, background, locale: tag });
      const words = wordsOf(tag);
      for (const said of [words.records.columns.transfers, words.records.bases.contract, words.sensitive])
        expect(text).toContain(said);
      const english = [
        ...Object.values(wordsOf('en').records.columns),
        ...Object.values(wordsOf('en').measures),
      ];
      expect(english.filter((one) => one.length > 12 && text.includes(one))).toEqual([]);
    }
  });

  it('say after a period what else settles how long', () => {
    const cameras = (keeps: string): string | undefined =>
      (
        parse(
          exported(
            'records',
            small(`
  - { id: cameras, kind: function, title: Cameras, purposes: [trade.order], collects: [content.video] }
  - { id: kept, kind: retention, title: Kept, default: true, ${keeps} }
`),
          ).text,
        ) as string[][]
      )[1]?.[7];
    expect(cameras('period: P7D, countries: [DE]')).toBe('7 days (Germany)');
    expect(cameras('period: P7D, criterion: Longer while a court needs it., countries: [DE]')).toBe(
      '7 days, Longer while a court needs it (Germany)',
    );
    expect(cameras('criterion: As long as a court needs it.')).toBe('As long as a court needs it');
  });

  it('say from when a period runs, its least, and what becomes of data that is not deleted', () => {
    const kept = (states: string): string | undefined =>
      (
        parse(
          exported(
            'records',
            small(`
  - { id: loans, kind: function, title: Loans, purposes: [trade.order], collects: [financial.credit] }
  - { id: kept, kind: retention, title: Kept, default: true, ${states} }
`),
          ).text,
        ) as string[][]
      )[1]?.[7];
    expect(kept('period: P5Y, start: account-closure, expiry: deleted')).toBe(
      '5 years after your account is closed',
    );
    expect(kept('atLeast: P10Y, criterion: Until it is settled., expiry: archived')).toBe(
      'For at least: 10 years, Until it is settled, It is archived',
    );
  });

  it('list who is tied to a function, or to nothing, whatever it gets', () => {
    const text = `
  - { id: loans, kind: function, title: Loans, purposes: [trade.order], collects: [financial.income] }
  - { id: letters, kind: function, title: Letters, purposes: [marketing.messages], collects: [contact.email] }
  - { id: bureau, kind: recipient, name: Bureau, form: share, receives: [identity.real_name], onlyWith: [loans] }
  - { id: auditors, kind: recipient, title: Auditors, form: advise }
  - { id: post, kind: recipient, name: Post, form: entrust, receives: [contact.email] }
`;
    const rows = parse(exported('records', small(text)).text) as string[][];
    expect(rows.slice(1).map((row) => [row[0], row[5]])).toEqual([
      ['Letters (letters)', 'Auditors; Post'],
      ['Loans (loans)', 'Auditors; Bureau'],
    ]);
    const { '@graph': graph } = JSON.parse(exported('dpv', small(text)).text);
    const loans = graph.find((node: { '@id': string }) => node['@id'] === '#loans');
    expect(loans['dpv:hasRecipient']).toEqual([
      { '@id': '#recipient-auditors' },
      { '@id': '#recipient-bureau' },
    ]);
  });

  it('list who gets data for a purpose where it is collected for that, if it is', () => {
    const text = `
  - { id: care, kind: function, title: Care, purposes: [trade.order], collects: [contact.email] }
  - { id: bills, kind: function, title: Bills, purposes: [trade.payment], collects: [contact.email] }
  - { id: bank, kind: recipient, name: Bank, form: share, receives: [contact.email], purposes: [trade.payment] }
  - { id: state, kind: recipient, name: State, form: provide, receives: [contact.email], purposes: [legal.compliance] }
`;
    const rows = parse(exported('records', small(text)).text) as string[][];
    expect(rows.slice(1).map((row) => [row[0], row[5]])).toEqual([
      ['Bills (bills)', 'Bank; State'],
      ['Care (care)', 'State'],
    ]);
  });

  it('call a transfer only what goes to another country than that of some controller', () => {
    const shared = `
  - { id: orders, kind: function, title: Orders, purposes: [trade.order], collects: [contact.email] }
  - { id: host, kind: recipient, title: Host, form: entrust, receives: [contact.email], purposes: [trade.order], countries: [DE, IS, IE, CH], mechanism: adequacy }
`;
    const transfersFrom = (...homes: readonly string[]): string | undefined => {
      const parties = homes.map(
        (home, at) => `  - { id: c${at}, role: controller, name: C${at}, country: ${home} }\n`,
      );
      const text = head.replace(/parties:\n.*\n/, `parties:\n${parties.join('')}`);
      return (parse(exported('records', small(shared, { 'policy.yaml': text })).text) as string[][])[1]?.[6];
    };
    expect(transfersFrom('IE')).toMatch(/^Host: Switzerland \(/);
    expect(transfersFrom('CH')).toMatch(/^Host: Germany, Iceland, Ireland \(/);
    expect(transfersFrom('CH', 'IE')).toMatch(/^Host: Germany, Iceland, Ireland, Switzerland \(/);
  });

  it('hold no formula, and no markup of strangers', () => {
    expect(exported('records', shop).text).not.toMatch(/(^|[,;"])=/m);
    const hostile = small(`
  - id: a
    kind: function
    title: "=HYPERLINK(1)"
    purposes: [trade.order]
    collects: [contact.email]
`);
    expect(exported('records', hostile).text).toMatch(/^'=HYPERLINK/m);
    // Where a comma stands in numbers, a spreadsheet ends cells at semicolons, and our lists have them.
    for (const mark of ['=', '+', '-', '@', '＝'])
      expect(cellForPeople(`Hats; ${mark}cmd;\t${mark}cmd\n${mark}cmd`)).toBe(
        `Hats;' ${mark}cmd;\t'${mark}cmd\n'${mark}cmd`,
      );
    expect(cellForPeople('Hats; in the EU - and elsewhere')).toBe('Hats; in the EU - and elsewhere');
    const markup = {
      ...hostile,
      id: 'x',
      facts: hostile.facts,
      prose: hostile.prose.map((row) => ({ ...row, values: { text: '<img src=x>\n::error::' } })),
    };
    for (const form of ['html', 'markdown', 'csv'] as const) {
      const { text } = exported('records', markup, form);
      expect(text).not.toMatch(form === 'csv' ? /^"?::/m : /<img/);
    }
  });

  it('list what is not told', () => {
    expect(exported('records', shop).untold).toContainEqual({
      about: 'Categories of data subjects',
      because: 'no fact says it for any activity',
    });
    expect(exported('records', shop, 'html').text).toContain('Not told');
  });
});

describe('JSON-LD', () => {
  const terms = readFileSync(join(import.meta.dirname, 'dpv-2.3.txt'), 'utf8')
    .trim()
    .split('\n');
  const known = new Set(terms.map((line) => line.split(' ')[0]));
  const space: Readonly<Record<string, string>> = {
    'https://w3id.org/dpv#': 'dpv:',
    'https://w3id.org/dpv/pd#': 'pd:',
  };

  it.each(ours)('expands, and names only terms that DPV has: %s', async (_, policy) => {
    const { text } = exported('dpv', policy);
    const expanded = await jsonld.expand(JSON.parse(text), { base: 'https://example.org/policy.jsonld' });
    const iris = [
      ...new Set(JSON.stringify(expanded).match(/https:\/\/w3id\.org\/dpv(\/\w+)?#[\w-]+/g) ?? []),
    ];
    const names = iris
      .filter((iri) => !iri.includes('/loc#'))
      .map((iri) => iri.replace(/^.*#/, (start) => space[start] ?? start));
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
    const loose = JSON.stringify(expanded).match(/"@id":"(?!https?:)[^"]*"/g) ?? [];
    expect(loose).toEqual([]);
  });

  it('points to nothing that it lacks', () => {
    for (const [, policy] of ours) {
      const { '@graph': graph } = JSON.parse(exported('dpv', policy).text) as {
        '@graph': { '@id': string }[];
      };
      const ids = new Set(graph.map((node) => node['@id']));
      const named = JSON.stringify(graph).match(/"@id":"(#[^"]*)"/g) ?? [];
      expect(named.map((one) => one.slice(7, -1)).filter((id) => !ids.has(id))).toEqual([]);
    }
  });

  it('calls special what DPV calls special', async () => {
    const special = new Set(
      terms.filter((line) => line.endsWith(' special')).map((line) => line.split(' ')[0]),
    );
    const wrong = Object.entries(background.mappings.data).filter(([id, { dpv }]) => {
      if (dpv?.match !== 'exact' || !special.has(dpv.iri.replace(/^.*#/, 'pd:'))) return false;
      const policy = small(
        `  - { id: a, kind: function, title: A, purposes: [trade.order], collects: [${id}] }`,
      );
      return !exported('dpv', policy).text.includes('dpv:SpecialCategoryPersonalData');
    });
    expect(wrong.map(([id]) => id)).toEqual([]);
  });
});

describe('gpc.json', () => {
  it('is what the specification has, and what the commitment says', () => {
    expect(JSON.parse(exported('gpc', shop).text)).toEqual({ gpc: true, lastUpdate: '2027-01-31' });
    const never = small('  - { id: a, kind: commitment, promise: never, act: heed-gpc, text: We do not. }');
    expect(JSON.parse(exported('gpc', never).text)).toMatchObject({ gpc: false });
  });

  it('is not made where nothing is said, or two things', () => {
    expect(() =>
      exported('gpc', small('  - { id: words, kind: statement, title: Words, text: Nothing. }')),
    ).toThrow(CannotWork);
    const both = small(`
  - { id: a, kind: commitment, promise: never, act: heed-gpc, text: We do not. }
  - { id: b, kind: commitment, promise: always, act: heed-gpc, text: We do. }
`);
    expect(() => exported('gpc', both)).toThrow(CannotWork);
  });
});

describe('every export', () => {
  it('is the same for the same input', () => {
    for (const [, policy] of ours)
      for (const format of Object.keys(exportFormats) as ExportFormat[])
        for (const form of Object.keys(exportFormats[format].forms) as Form[]) {
          if (format === 'gpc') continue;
          const backwards = { ...policy, vocabulary: JSON.parse(JSON.stringify(policy.vocabulary)) };
          expect(exported(format, policy, form).text).toBe(exported(format, backwards, form).text);
        }
  });

  it('refuses a form that the format has not', () => {
    expect(() => exported('dpv', shop, 'csv')).toThrow(CannotWork);
  });

  it('has every line of the form of Google Play once', () => {
    expect(new Set(lines.map(({ question, response }) => `${question}\t${response}`)).size).toBe(
      lines.length,
    );
  });
});

function never(): never {
  throw new Error('no such edition');
}
