import { describe, expect, it } from 'vitest';
import { hiddenIn } from '../../src/base/hidden.ts';
import { cellForPeople } from '../../src/export/csv.ts';
import { fitting } from '../../src/registers/entry.ts';
import { isVendorList, readVendorList } from '../../src/registers/iab.ts';
import { packagesIn, readPackages } from '../../src/registers/lock-file.ts';
import { mergeRegister } from '../../src/registers/merge.ts';
import { mergeYamlRegister } from '../../src/registers/merge-yaml.ts';
import { periodOf, readVendorCsv } from '../../src/registers/vendor-csv.ts';

const lookup = {
  country: (name: string) => ({ germany: 'DE', 'korea, republic of': 'KR' })[name.toLowerCase()],
  data: (name: string) => (name === 'Email address' ? 'contact.email' : undefined),
  purpose: () => undefined,
};
const csv = (text: string) => readVendorCsv(text, lookup);

describe('what another program wrote', () => {
  const name = 'N\u202e\u001b[2J\u0000\ud800';
  const list = {
    gvlSpecificationVersion: 3,
    vendors: { 1: { name }, 2: { name: { toString: 1 } }, 3: null },
  };
  it.each([
    ['a table', csv(`name,purpose\n${name},${name}\n`)?.entries],
    ['a vendor list', isVendorList(list) ? readVendorList(list, []).entries : []],
  ])('holds nothing that nobody can see: %s', (_, entries) => {
    const text = mergeRegister(undefined, entries ?? [], ['id', 'name', 'why'], undefined)?.text ?? '';
    expect([...hiddenIn(text)]).toEqual([]);
    expect(text).not.toContain('[object');
  });
});

describe('what somebody opens in a spreadsheet', () => {
  it.each(['=cmd|’ /C calc’!A0', '+-=@SUM(1)', '＝1+1', 'a;=1+1', 'a\t @x', 'a\n-1'])(
    'is left out, and said, when it is longer than a register holds, and no formula: %s',
    (formula) => {
      const name = 'n'.repeat(201);
      const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
      const read = fitting(
        csv(
          `name,provider,purpose\n${cell(formula)},${name},${cell(formula)}\n${name},P,w\nOne,P,${'w'.repeat(65_537)}\n@a/b,P,w\n`,
        ) ?? {
          entries: [],
          leftOut: [],
        },
      );
      const list = { gvlSpecificationVersion: 3, vendors: { 7: { name: formula }, 8: { name } } };
      const vendors = isVendorList(list) ? fitting(readVendorList(list, [])) : undefined;
      const long = read.leftOut.filter(({ field }) => field !== 'purposes');
      expect(long.map(({ field, value }) => [field, value.length])).toEqual([
        ['provider', 201],
        ['name', 201],
        ['why', 65_537],
      ]);
      expect(read.entries.map(({ name }) => name).slice(1)).toEqual(['One', '@a/b']);
      expect(read.entries[1]).not.toHaveProperty('why');
      expect(vendors?.entries).toHaveLength(1);
      for (const { name, why = '' } of [...read.entries.slice(0, 2), ...(vendors?.entries ?? [])])
        expect([name, why].map(cellForPeople)).toEqual([name, why]);
    },
  );
});

describe('a name that nobody can see', () => {
  it.each(['\ud800', '\u0000', '\u202e \u200b'])('is no name, and no end of the import: %j', (name) => {
    const read = csv(`name,country\n${name},Germany\nSeen,Germany\n`);
    expect(read?.entries.map(({ id }) => id)).toContain('seen');
    const list = { gvlSpecificationVersion: 3, vendors: { 7: { name } } };
    const entries = isVendorList(list) ? readVendorList(list, []).entries : [];
    expect(entries).toMatchObject([{ id: 'iab-7-7', name: '7' }]);
    expect(mergeRegister(undefined, entries, ['id', 'name'], undefined)?.added).toEqual(['iab-7-7']);
  });
});

describe('a table of vendors', () => {
  it('begins no line that is printed with words of its own, which the log of a job may obey', () => {
    const cell = '"a\n::error::x\r\n ##vso[task]y"';
    const read = csv(`name,provider,purpose\n${cell},${cell},${cell}\n`);
    const one = 'a ::error::x ##vso[task]y';
    expect(read?.entries).toEqual([expect.objectContaining({ name: one, provider: one, why: one })]);
  });

  it('of a million columns is none, and is known so at once', () => {
    const start = process.cpuUsage();
    expect(csv('name,'.repeat(1_000_000))).toBeUndefined();
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(10);
  });

  it('is read by what its columns are called elsewhere, and says what it could not take over', () => {
    const read = csv(
      'Sub-processor,Entity Location,Purpose,Data types,Tier\n"A, Inc.",Germany,Hosting,Email address,1\n',
    );
    expect(read).toEqual({
      entries: [{ id: 'a-inc', name: 'A, Inc.', countries: ['DE'], data: ['contact.email'], why: 'Hosting' }],
      leftOut: [{ entry: 'A, Inc.', field: 'purposes', value: 'Hosting' }],
      columns: ['Tier'],
    });
  });

  it.each(['\n', '\r\n', '\r'])(
    'may end its lines with %j, and has other ends of lines in its cells',
    (end) => {
      const inside = end === '\r\n' ? '\n' : '\r\n';
      const lines = ['name,purpose', `A,"one${inside}two"`, 'B,three'];
      const entries = csv(lines.join(end))?.entries ?? [];
      expect(entries.map(({ name, why }) => [name, why])).toEqual([
        ['A', expect.stringMatching(/^one\s+two$/)],
        ['B', 'three'],
      ]);
    },
  );

  it.each([';', '\t'])('may part its columns by %j', (mark) => {
    expect(csv(`Vendor${mark}Country\nA${mark}Germany`)?.entries[0]?.countries).toEqual(['DE']);
  });

  it('takes two letters beside a place for no country: they may be a state', () => {
    const codes = {
      ...lookup,
      country: (name: string) => (/^(CA|DE|US|NL)$/.test(name) ? name : { USA: 'US' }[name]),
    };
    const of = (cell: string) =>
      readVendorCsv(`name,location\nA,"${cell}"\n`, codes)?.entries[0]?.countries ?? [];
    expect(of('San Francisco, CA, USA')).toEqual(['US']);
    expect(of('Mountain View, CA')).toEqual([]);
    expect(of('DE, NL')).toEqual(['DE', 'NL']);
    expect(of('CA; US')).toEqual(['CA', 'US']);
    expect(of('US, east')).toEqual(['US']);
  });

  it.each([
    [
      'Anbieter;Sitz;Zweck der Verarbeitung;Rolle',
      { name: 'A', countries: ['DE'], why: 'X', role: 'sub-processor' },
      'A;Germany;X;Unterauftragsverarbeiter',
    ],
    [
      'Nom du sous-traitant;Pays;Finalité du traitement',
      { name: 'A', countries: ['DE'], why: 'X' },
      'A;Germany;X',
    ],
    [
      '第三方名称,所在国家,使用目的,隐私政策链接',
      { name: 'A', countries: ['DE'], why: 'X', url: 'https://a.example/p' },
      'A,Germany,X,a.example/p',
    ],
    ['委託先,所在国,利用目的', { name: 'A', countries: ['DE'], why: 'X' }, 'A,Germany,X'],
    ['送信先,利用目的', { name: 'A', why: 'X' }, 'A,X'],
    ['Nombre del proveedor,Ubicación', { name: 'A', countries: ['DE'] }, 'A,Germany'],
    [
      'Category,Cookie Name,Host,Lifespan,Purpose,Description',
      { name: 'A', provider: 'a.example', lifetime: 'P1Y', why: 'X. Y' },
      'Z,A,a.example,1 year,X,Y',
    ],
    [
      'Name of Sub-processor,Location (country),Date added',
      { name: 'A', countries: ['DE'], from: '2024-05-02' },
      'A,Germany,2024-05-02T10:00:00Z',
    ],
    [
      'vendor_name,privacyPolicyUrl,from',
      { name: 'A', url: 'https://a.example' },
      'A,https://a.example,05/02/2024',
    ],
    [
      'Cookie,Domäne,Laufzeit,Von',
      { name: 'A', provider: 'B', lifetime: 'P2Y', from: '2024-05-02' },
      'A,B,2 Jahre,2.5.2024',
    ],
  ])('has headings in the languages of pages: %s', (head, entry, row) => {
    expect(csv(`${head}\n${row}\n`)?.entries).toEqual([{ id: 'a', ...entry }]);
  });

  it.each([
    ['Sitzung', 'session'],
    ['13 mois', 'P13M'],
    ['1 an', 'P1Y'],
    ['2年', 'P2Y'],
    ['3 か月', 'P3M'],
    ['90天', 'P90D'],
    ['10 minutes', undefined],
    ['P30', undefined],
    ['P1M1Y', undefined],
    ['persistent', undefined],
  ])('has periods as people write them: %s', (text, period) => {
    expect(periodOf(text)).toBe(period);
  });

  it('keeps a value whole that holds a comma, and names apart that come twice', () => {
    const read = csv('name,country\nA,"Korea, Republic of"\nA,"Germany, Nowhere"\n');
    expect(read?.entries.map(({ id, countries }) => [id, countries])).toEqual([
      ['a', ['KR']],
      ['a-2', ['DE']],
    ]);
    expect(read?.leftOut.map(({ value }) => value)).toEqual(['Nowhere']);
  });

  it('makes ids of names in the letters that a name has without its accents', () => {
    expect(csv('name\nBriefmöwe GmbH\n')?.entries[0]?.id).toBe('briefmowe-gmbh');
  });

  it('is no table without a column for names', () => {
    expect([csv('hello'), csv('a,b\n1,2'), csv('')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a lock file', () => {
  const names = (file: string, text: string): readonly string[] | undefined => {
    const packages = packagesIn(file, text);
    return packages && readPackages(packages).entries.map(({ name }) => name);
  };

  it.each([
    [
      'package-lock.json',
      JSON.stringify({
        packages: {
          '': {},
          'node_modules/@sentry/node': {},
          'node_modules/a/node_modules/stripe': {},
          'node_modules/mixpanel': { dev: true },
        },
      }),
      ['Sentry', 'Stripe'],
    ],
    [
      'package-lock.json',
      JSON.stringify({ dependencies: { '@sentry/node': {}, mixpanel: { dev: true } } }),
      ['Sentry'],
    ],
    [
      'ios/Podfile.lock',
      'PODS:\n  - FirebaseAnalytics (10.1):\n    - GoogleUtilities (~> 7)\n  - Sentry/Hybrid (8)\n  - StripeyBars (1)\n',
      ['Firebase Analytics', 'Sentry'],
    ],
    [
      'gradle.lockfile',
      '# c\ncom.stripe:stripe-android:20=releaseRuntimeClasspath\nio.sentry:sentry:6=testRuntimeClasspath\nempty=\n',
      ['Stripe'],
    ],
    [
      'yarn.lock',
      '# yarn lockfile v1\n\n"@sentry/node@^7.0.0", "@sentry/node@^7.1.0":\n  version "7.1.0"\n  dependencies:\n    mixpanel "^0.1"\n\nstripe@^8.0.0:\n  version "8.1.0"\n',
      ['Sentry', 'Stripe'],
    ],
    [
      'yarn.lock',
      '__metadata:\n  version: 6\n\n"@sentry/node@npm:^7.0.0":\n  version: 7.1.0\n  resolution: "@sentry/node@npm:7.1.0"\n',
      ['Sentry'],
    ],
    [
      'pnpm-lock.yaml',
      "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n      '@sentry/node':\n        specifier: ^7.0.0\n        version: 7.1.0\n    devDependencies:\n      mixpanel:\n        specifier: ^0.1\n        version: 0.1.0\n\npackages:\n\n  '@sentry/node@7.1.0':\n    resolution: {integrity: sha512-a}\n\n  mixpanel@0.1.0:\n    resolution: {integrity: sha512-a}\n\n  stripe@8.1.0(react@18.0.0):\n    resolution: {integrity: sha512-a}\n",
      ['Sentry', 'Stripe'],
    ],
    [
      'app/pnpm-lock.yaml',
      'lockfileVersion: 5.4\n\ndependencies:\n  stripe: 8.1.0\n\npackages:\n\n  /@sentry/node/7.1.0:\n    resolution: {integrity: sha512-a}\n    dev: true\n\n  /stripe/8.1.0:\n    resolution: {integrity: sha512-a}\n    dev: false\n',
      ['Stripe'],
    ],
    [
      'Package.resolved',
      JSON.stringify({
        pins: [{ identity: 'sentry-cocoa', location: 'https://github.com/getsentry/sentry-cocoa.git' }],
      }),
      ['Sentry'],
    ],
    [
      'Package.resolved',
      JSON.stringify({
        object: { pins: [{ package: 'Sentry', repositoryURL: 'https://github.com/getsentry/Sentry-Cocoa' }] },
      }),
      ['Sentry'],
    ],
    [
      'pubspec.lock',
      'packages:\n  sentry_flutter:\n    dependency: "direct main"\n    source: hosted\n  firebase_analytics:\n    dependency: "direct dev"\n  google_mobile_ads:\n    dependency: transitive\nsdks:\n  dart: ">=3.0.0"\n',
      ['Google Mobile Ads', 'Sentry'],
    ],
  ])('%s names the building blocks that are shipped', (file, text, expected) => {
    expect(names(file, text)).toEqual(expected);
  });

  it('that is broken is none', () => {
    expect(['{', '[]', '{}'].map((text) => names('package-lock.json', text))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(names('Podfile.lock', 'PODS: 1')).toBeUndefined();
    expect(names('gradle.lockfile', 'x')).toBeUndefined();
    expect(
      ['yarn.lock', 'pnpm-lock.yaml', 'Package.resolved', 'pubspec.lock'].map((file) => names(file, 'x: 1')),
    ).toEqual(Array(4).fill(undefined));
  });
});

describe('a Global Vendor List', () => {
  const vendor = {
    id: 8,
    name: 'Ad A/S',
    purposes: [1, 3],
    legIntPurposes: [7],
    usesCookies: true,
    cookieMaxAgeSeconds: 86_401,
    dataRetention: { stdRetention: 30, purposes: { 3: 90 } },
    dataDeclaration: [1, 99],
    urls: [
      { langId: 'fr', privacy: 'https://ad.example/fr' },
      { langId: 'en', privacy: 'https://ad.example/en' },
    ],
  };
  const list = {
    gvlSpecificationVersion: 3,
    vendors: { 8: vendor, 9: { id: 9, name: 'Gone', deletedDate: '2024-05-02T16:00:00Z' } },
  };

  it('gives purposes, data, how long cookies stay and data is kept, and the day on which a vendor left', () => {
    expect(isVendorList(list)).toBe(true);
    expect(readVendorList(list, [])).toEqual({
      entries: [
        {
          id: 'iab-8-ad-a-s',
          name: 'Ad A/S',
          role: 'controller',
          url: 'https://ad.example/en',
          data: ['device.ip_address'],
          purposes: ['device.storage_access', 'marketing.personalised_advertising', 'marketing.advertising'],
          lifetime: 'P2D',
          keeps: 'P90D',
        },
        { id: 'iab-9-gone', name: 'Gone', role: 'controller', until: '2024-05-02' },
      ],
      leftOut: [{ entry: 'Ad A/S', field: 'dataDeclaration', value: '99' }],
    });
  });

  it('can be read in part', () => {
    expect(readVendorList(list, ['9']).entries.map(({ name }) => name)).toEqual(['Gone']);
  });
});

describe('what is merged into a register', () => {
  const columns = ['id', 'name', 'url', 'countries', 'until'];
  const register = 'id,countries,name\na,DE,Old name\nb,FR,"B ""x"", y"\n';
  const merge = (ended?: string) =>
    mergeRegister(
      register,
      [
        { id: 'a', name: 'A' },
        { id: 'c', name: 'C', url: 'https://c.example' },
      ],
      columns,
      ended,
    );

  it('replaces what is stated, keeps what is not, and takes nobody out', () => {
    expect(merge()).toEqual({
      text: 'id,countries,name,url\na,DE,A,\nb,FR,"B ""x"", y",\nc,,C,https://c.example\n',
      added: ['c'],
      changed: ['a'],
      missing: ['b'],
    });
  });

  it('knows an entry by its name where the register calls it otherwise', () => {
    const merged = mergeRegister(
      'id,name,url\nmaps,Maps Kit,\n',
      [{ id: 'maps-kit', name: 'Maps kit' }],
      columns,
      undefined,
    );
    expect(merged?.text).toBe('id,name,url\nmaps,Maps kit,\n');
    expect(merged?.missing).toEqual([]);
  });

  it('ends entries that are missing where a day is given, once, and is the same when done again', () => {
    const once = merge('2027-01-31')?.text ?? '';
    expect(once).toContain('b,FR,"B ""x"", y",,2027-01-31');
    const again = mergeRegister(once, [{ id: 'a', name: 'A' }], columns, '2028-01-01');
    expect(again?.text).toContain('2027-01-31');
    expect(again?.changed).toEqual([]);
  });

  it('is nothing where the register is no table of ids', () => {
    expect(mergeRegister('name\nA\n', [], columns, undefined)).toBeUndefined();
    expect(mergeRegister('a,"b\n', [], columns, undefined)).toBeUndefined();
  });
});

describe('a register in YAML that others are merged into', () => {
  const register = `# Who works for us.
entries:
  - { id: a, name: A, countries: [DE] } # the first one
  - id: b
    name: "B: x"
`;
  const read = [
    { id: 'a-inc', name: 'a', countries: ['FR'] },
    { id: 'c', name: 'C', url: 'https://c.example', lifetime: undefined },
  ];

  it('keeps how it is written, replaces what is stated, and takes nobody out', () => {
    expect(mergeYamlRegister(register, read, undefined)).toEqual({
      text: `# Who works for us.
entries:
  - { id: a, name: a, countries: [ FR ] } # the first one
  - id: b
    name: "B: x"
  - id: c
    name: C
    url: https://c.example
`,
      added: ['c'],
      changed: ['a'],
      missing: ['b'],
    });
  });

  it('gives who is missing a last day, once, and the same again changes nothing', () => {
    const merged = mergeYamlRegister(register, read, '2027-01-31')?.text ?? '';
    expect(merged).toMatch(/name: "B: x"\n {4}until: 2027-01-31/);
    expect(mergeYamlRegister(merged, read, '2027-03-31')).toMatchObject({ text: merged, changed: [] });
  });

  it('is made where there is none, and is nothing else than a register', () => {
    expect(mergeYamlRegister(undefined, [{ id: 'a', name: 'A' }], undefined)?.text).toBe(
      'entries:\n  - id: a\n    name: A\n',
    );
    for (const text of ['a: 1', 'entries: 1', 'entries: [1]', 'entries: [{ name: A }]', 'entries: ['])
      expect(mergeYamlRegister(text, read, undefined)).toBeUndefined();
  });
});
