import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { GatedChange } from '../../src/gate/cover.ts';
import type { Policy } from '../../src/model/policy.ts';
import { groupChanges } from '../../src/report/change-groups.ts';
import { policyFrom, smallHead } from '../policy.ts';

const list = (applies = ''): string =>
  `  - { id: told, kind: change, title: Told, material: [{ id: words, words: Words., watches: [definition] }]${applies} }\n`;

/** A policy under no law that singles anything out. */
function policy(clauses: string, edition = '2026-12'): Policy {
  return policyFrom({
    'policy.yaml': smallHead
      .replace('2026-11', edition)
      .replace('[cn-pipl]', edition === '2026-12' ? '[us-mn-mcdpa]' : '[eu-gdpr]'),
    'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n  - { id: anchor, kind: statement, title: Anchor }\n${clauses}`,
  });
}

const search = (data: string): string =>
  `  - { id: search, kind: function, title: Search, tier: additional, purposes: [content.search], collects: [${data}], refusal: None., optOut: Ask. }\n`;
const carrier =
  '  - { id: carrier, kind: recipient, title: Carrier, form: share, receives: [contact.email] }\n';
const access = (more = ''): string =>
  `  - { id: access, kind: right, title: Access, right: access, answerWithin: P15D${more} }\n`;
const [less, more] = [search('contact.email'), search('contact.email, device.model')];

function verdicts(before: Policy, after: Policy): readonly string[] {
  return comparePolicies(before, after)
    .changes.filter(({ table, verdict }) => table === 'facts' && verdict !== 'editorial')
    .map(({ verdict, kind }) => `${verdict} ${kind}`);
}

describe('where no list of material changes is promised', () => {
  it('what readers lose against what they were told is material, and has to be told', () => {
    const [change] = comparePolicies(policy(less), policy(more)).changes;
    expect(change?.reason).toBe(
      'no list of material changes was promised, and readers were told of less data',
    );
    expect(change?.obligations.map(({ owes }) => owes)).toContain('notice');
    expect(verdicts(policy(less), policy(less + carrier))).toEqual(['material recipient-added']);
    expect(verdicts(policy(access()), policy(less.replace(less, '')))).toEqual(['material right-removed']);
    expect(verdicts(policy(access()), policy(access(', limits: Not all.')))).toEqual([
      'material right-limits-added',
    ]);
  });

  it('is what the report says, and not that the policy calls no such change material', () => {
    const heading = (before: Policy, after: Policy) =>
      groupChanges(comparePolicies(before, after).changes as unknown as GatedChange[]).groups.map(
        (one) => one.heading,
      );
    expect(heading(policy(less), policy(more))).toEqual(['though no list of material changes was promised']);
    expect(heading(policy(list() + less), policy(less))).toEqual([
      'though the policy itself calls no such change material',
    ]);
  });

  it('so is it for readers whom no list reaches, however many lists there are for others', () => {
    const forOne = (product: number, group: number): string =>
      `, applies: { products: [p${product}], groups: [g${group}] }`;
    const lists = Array.from({ length: 30 }, (_, at) =>
      list(forOne(at, at)).replace('told', `told-${at}`).replace('words,', `words-${at},`),
    ).join('');
    const [before, after] = [less, more].map((one) => policy(lists + one.replace(' }', `${forOne(0, 1)} }`)));
    expect(before && after && verdicts(before, after)).toEqual(['material data-added']);
  });

  it('so is it that nobody is named any more, or that data is given with more of what is done', () => {
    const named = carrier.replace('form:', 'name: Swift Ltd, form:');
    const some = carrier.replace('form:', 'onlyWith: [search], form:');
    expect(verdicts(policy(less + named), policy(less + carrier))).toEqual(['material recipient-unnamed']);
    expect(verdicts(policy(less + carrier), policy(less + named))).toEqual(['review recipient-named']);
    expect(verdicts(policy(less + some), policy(less + carrier))).toEqual([
      'material recipient-condition-removed',
    ]);
  });

  it('so is a choice that is taken away, a promise that is weakened, and data that is put away at the end', () => {
    const optional = search('{ data: contact.email, required: false }');
    const basic = less.replace('additional', 'basic');
    expect(verdicts(policy(optional), policy(search('{ data: contact.email, required: true }')))).toEqual([
      'material data-required',
    ]);
    expect(verdicts(policy(less), policy(basic))).toEqual(['material tier-to-basic']);
    expect(verdicts(policy(basic), policy(less))).toEqual(['review tier-to-additional']);
    const play = less.replaceAll('search, ', 'play, ').replace('Search', 'Play');
    expect(
      verdicts(policy(less + play), policy(less.replace('refusal', 'requires: [play], refusal') + play)),
    ).toEqual(['material requirement-added']);
    const desk = '  - { id: desk, kind: contact, title: Desk, channel: email, address: a@b.example';
    expect(
      verdicts(policy(`${desk}, answerWithin: P3D }\n`), policy(`${desk}, answerWithin: P9D }\n`)),
    ).toEqual(['material contact-answer-slower']);
    const vow = '  - { id: vow, kind: commitment, title: Vow, promise: never, act:';
    expect(verdicts(policy(`${vow} sell }\n`), policy(`${vow} profile }\n`))).toEqual([
      'material commitment-act-changed',
    ]);
    const safe = '  - { id: safe, kind: security, title: Safe, measures: [testing';
    expect(
      verdicts(policy(`${safe}, audit], breachNotice: P3D }\n`), policy(`${safe}], breachNotice: P7D }\n`)),
    ).toEqual(['material security-measure-removed', 'material breach-notice-slower']);
    const kept = '  - { id: kept, kind: retention, title: Kept, default: true, period: P1Y, expiry:';
    expect(verdicts(policy(`${kept} deleted }\n`), policy(`${kept} archived }\n`))).toEqual([
      'material retention-end-archived',
    ]);
    expect(verdicts(policy(`${kept} archived }\n`), policy(`${kept} deleted }\n`))).toEqual([
      'review retention-archive-ended',
    ]);
  });

  it('so is that a device is recognised otherwise, and that who is responsible is in another country', () => {
    const cookie = (type: string): Policy =>
      policy(`  - { id: cookie, kind: technology, title: Cookie, type: ${type} }\n`);
    expect(verdicts(cookie('cookie'), cookie('fingerprint'))).toEqual(['material technology-type-changed']);
    const [before, after] = ['CN', 'US'].map((country) =>
      policyFrom({
        'policy.yaml': smallHead
          .replace('2026-11', '2026-12')
          .replace('[cn-pipl]', '[us-mn-mcdpa]')
          .replace('Small Ltd', `Small Ltd, country: ${country}`),
        'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${less}`,
      }),
    );
    expect(before && after && verdicts(before, after)).toEqual(['material party-country-changed']);
  });

  it.each(['protection-officer', 'dispute-body'])('so is that a %s is named no more', (role) => {
    const [before, after] = [`\n  - { id: other, role: ${role}, name: Other Ltd }`, ''].map((other) =>
      policyFrom({
        'policy.yaml': smallHead
          .replace('2026-11', '2026-12')
          .replace('[cn-pipl]', '[us-mn-mcdpa]')
          .replace('name: Small Ltd }', `name: Small Ltd }${other}`),
        'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${less}`,
      }),
    );
    expect(before && after && verdicts(before, after)).toEqual(['material party-removed']);
  });

  it('so is what stays longer on a list, on a device, or at the least', () => {
    const listed = (kind: string, entry: string): Policy =>
      policyFrom({
        'policy.yaml': smallHead.replace('2026-11', '2026-12').replace('[cn-pipl]', '[us-mn-mcdpa]'),
        'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n  - { id: list, kind: ${kind}, title: List, register: registers/list.yaml }\n`,
        'registers/list.yaml': `entries: [{ id: swift, name: Swift, provider: Swift Ltd${entry} }]\n`,
      });
    for (const kind of ['recipient, category: processor, form: entrust', 'technology, type: cookie']) {
      const short = kind.split(',')[0];
      const [base, longer] = [listed(kind, ', keeps: P30D'), listed(kind, ', keeps: P1Y')];
      expect(verdicts(base, longer)).toEqual([`material ${short}-listed-keeps-longer`]);
      expect(verdicts(longer, base)).toEqual([`review ${short}-listed-keeps-shorter`]);
      expect(verdicts(base, listed(kind, ''))).toEqual([`material ${short}-listed-keeps-longer`]);
      expect(verdicts(listed(kind, ', lifetime: P30D'), listed(kind, ', lifetime: P1Y'))).toEqual([
        `material ${short}-listed-lifetime-lengthened`,
      ]);
      expect(verdicts(listed(kind, ', products: [Shop]'), listed(kind, ', products: [Shop, Bank]'))).toEqual([
        `material ${short}-listed-product-added`,
      ]);
    }
    const cookie = (more: string): Policy =>
      policy(`  - { id: cookie, kind: technology, title: Cookie, type: cookie${more} }\n`);
    expect(verdicts(cookie(', lifetime: P30D'), cookie(', lifetime: P1Y'))).toEqual([
      'material technology-lifetime-lengthened',
    ]);
    expect(verdicts(cookie(', lifetime: session'), cookie(', lifetime: P1Y'))).toEqual([
      'material technology-lifetime-changed',
    ]);
    const least = (atLeast: string): Policy =>
      policy(`  - { id: kept, kind: retention, title: Kept, default: true, atLeast: ${atLeast} }\n`);
    expect(verdicts(least('P1Y'), least('P5Y'))).toEqual(['material retention-minimum-longer']);
  });

  it('so is a way out, a way to be heard, or what protects data, that is gone', () => {
    const lost = (kind: string, before: string, after: string): readonly string[] => {
      const one = (more: string): Policy =>
        policy(`${less}  - { id: it, kind: ${kind}, title: It${more} }\n`);
      return verdicts(one(before), one(after));
    };
    const cookie = 'technology, type: cookie';
    expect(lost(cookie, ', necessary: false', ', necessary: true')).toEqual([
      'material technology-necessary',
    ]);
    expect(lost(cookie, ', necessary: true', ', necessary: false')).toEqual(['review technology-optional']);
    const mail = 'contact, channel: email, address: a@b.example';
    expect(lost(mail, ', topics: [rights, policy]', ', topics: [policy]')).toEqual([
      'material contact-topic-removed',
    ]);
    expect(lost(mail, ', answerWithin: P5D', ', answerWithin: P5D, days: working')).toEqual([
      'material contact-days-working',
    ]);
    expect(verdicts(policy(`${less}  - { id: it, kind: ${mail}, title: It }\n`), policy(less))).toEqual([
      'material contact-removed',
    ]);
    const partner = 'recipient, form: share, receives: [contact.email]';
    expect(lost(partner, ', safeguard: Sealed.', '')).toEqual(['material safeguard-unstated']);
    expect(lost(partner, ', mechanism: adequacy', '')).toEqual(['material transfer-mechanism-unstated']);
    expect(lost(partner, ', objectWithin: P30D', ', objectWithin: P7D')).toEqual([
      'material recipient-objection-shorter',
    ]);
    const promise = 'commitment, promise: never, act: share';
    expect(lost(promise, '', ', functions: [search]')).toEqual(['material commitment-function-limited']);
    expect(lost(promise, ', functions: [search]', '')).toEqual(['review commitment-function-unlimited']);
    const scan = 'function, tier: basic, purposes: [content.scan_code], refusal: None.';
    expect(
      lost(
        scan,
        ', permissions: [{ permission: camera, trigger: when you scan }]',
        ', permissions: [{ permission: camera }]',
      ),
    ).toEqual(['material trigger-unstated']);
  });

  it('so is that nobody says any more where data goes, or what is given and what for: it need not have ended', () => {
    const given = (more: string): Policy =>
      policy(`  - { id: it, kind: recipient, title: It, form: entrust${more} }\n`);
    const cut = (stated: string): readonly string[] => verdicts(given(`, ${stated}`), given(''));
    expect(cut('countries: [US]')).toEqual(['material recipient-countries-unstated']);
    expect(cut('countries: [SG, US]')).toEqual(Array(2).fill('material recipient-countries-unstated'));
    expect(cut('purposes: [content.search]')).toEqual(['material recipient-purposes-unstated']);
    expect(cut('receives: [contact.email]')).toEqual(['material recipient-data-unstated']);
    expect(verdicts(given(', countries: [SG, US]'), given(', countries: [SG]'))).toEqual([
      'review recipient-country-removed',
    ]);
    const kept = (more: string): Policy =>
      policy(`  - { id: kept, kind: retention, title: Kept, default: true, period: P1Y${more} }\n`);
    expect(verdicts(kept(', countries: [SG]'), kept(''))).toEqual(['material storage-countries-unstated']);
    const own = list().replace('watches: [definition]', 'watches: [{ watch: recipient, direction: worse }]');
    const listed = (more: string): Policy =>
      policy(`${own}  - { id: it, kind: recipient, title: It, form: entrust${more} }\n`);
    expect(verdicts(listed(', countries: [US]'), listed(''))).toEqual([
      'material recipient-countries-unstated',
    ]);
  });

  it('nor does anybody say what is used, read or got, and what for, while its clause stays', () => {
    const cut = (kind: string, stated: string): readonly string[] => {
      const of = (more: string): Policy =>
        policy(`${access()}  - { id: it, kind: ${kind}, title: It${more} }\n`);
      return verdicts(of(`, ${stated}`), of(''));
    };
    expect(cut('function', 'collects: [contact.email]')).toEqual(['material data-unstated']);
    expect(cut('function', 'purposes: [content.search]')).toEqual(['material purposes-unstated']);
    expect(cut('technology, type: cookie', 'data: [contact.email]')).toEqual([
      'material technology-data-unstated',
    ]);
    expect(cut('technology, type: cookie', 'purposes: [content.search]')).toEqual([
      'material technology-purposes-unstated',
    ]);
    expect(cut('technology, type: cookie', 'provider: One')).toEqual([
      'material technology-provider-unstated',
    ]);
    const entries = (kind: string, cells: string): Policy =>
      policyFrom({
        'policy.yaml': smallHead.replace('2026-11', '2026-12').replace('[cn-pipl]', '[us-mn-mcdpa]'),
        'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n  - { id: it, kind: ${kind}, title: It, register: registers/it.csv }\n`,
        'registers/it.csv': `id,name,provider,data,purposes\nbell,Bell,${cells}\n`,
      });
    for (const [kind, name] of [
      ['recipient, form: entrust', 'recipient'],
      ['technology, type: sdk', 'technology'],
    ] as const) {
      const all = entries(kind, 'Bell Ltd,contact.email,content.search');
      const less = (cells: string): readonly string[] => verdicts(all, entries(kind, cells));
      expect(less('Bell Ltd,,content.search')).toEqual([`material ${name}-listed-data-unstated`]);
      expect(less('Bell Ltd,contact.email,')).toEqual([`material ${name}-listed-purposes-unstated`]);
      expect(less(',contact.email,content.search')).toEqual([`material ${name}-listed-provider-unstated`]);
    }
  });

  it('nor are there rules for children, or whom parents turn to, data is got elsewhere, and more is left out', () => {
    const desk = '  - { id: desk, kind: contact, title: Desk, channel: email, address: a@b.example }\n';
    const rules = '  - { id: rules, kind: document, title: Rules, role: incorporated }\n';
    const young = (more: string): Policy =>
      policy(`${desk}${rules}  - { id: young, kind: minors, title: Young, age: 14${more} }\n`);
    expect(verdicts(young(', rules: rules'), young(''))).toEqual(['material minors-rules-unstated']);
    expect(verdicts(young(', contact: desk'), young(''))).toEqual(['material minors-contact-unstated']);
    expect(verdicts(young(''), young(', rules: rules'))).toEqual(['review minors-rules-stated']);
    const from = (source: string): Policy => policy(search(`{ data: contact.email, source: ${source} }`));
    expect(verdicts(from('provided'), from('third-party'))).toEqual(['material source-to-elsewhere']);
    expect(verdicts(from('derived'), from('observed'))).toEqual(['review source-from-elsewhere']);
    expect(verdicts(from('provided'), from('observed'))).toEqual(['review source-changed']);
    const covers = (more: string): Policy => policy(`  - { id: all, kind: scope, title: All${more} }\n`);
    expect(verdicts(covers(''), covers(', excludes: Shops.'))).toEqual(['material scope-exclusion-added']);
  });

  it('so is a consent that another has been bundled with', () => {
    const asked = (id: string, unit: string): string =>
      `  - { id: ${id}, kind: function, title: Of ${id}, tier: additional, purposes: [{ purpose: content.${id}, basis: consent }], collects: [contact.email], consent: { unit: ${unit}, kind: explicit, withdrawal: Ask. }, refusal: None., optOut: Ask. }\n`;
    const apart = policy(asked('search', 'one') + asked('recommend', 'two'));
    const bundled = policy(asked('search', 'both') + asked('recommend', 'both'));
    expect(verdicts(apart, bundled)).toEqual(['material consent-unit-widened']);
    // Whoever has a list was promised to be asked as well: to ask for two things at once is to ask less.
    const listed = (unit: string): Policy =>
      policy(list() + asked('search', unit) + asked('recommend', unit === 'both' ? 'both' : 'two'));
    expect(verdicts(listed('one'), listed('both'))).toEqual(['material consent-unit-widened']);
    expect(verdicts(bundled, apart).filter((one) => one.startsWith('material'))).toEqual([]);
  });

  it('a right that is new takes nothing away by the grounds on which it is refused; one more ground does', () => {
    const grounds = access(', grounds: [excessive]');
    expect(verdicts(policy(''), policy(grounds))).toEqual(['review right-added']);
    expect(verdicts(policy(access()), policy(grounds))).toEqual(['material right-ground-added']);
  });

  it('a rule for some data that may keep it for longer than the one before is material, and one that does not is to review', () => {
    const rule = (id: string, more: string): string =>
      `  - { id: ${id}, kind: retention, title: ${id}, ${more} }\n`;
    const all = less + rule('all', 'default: true, period: P30D');
    const becomes = (before: string, ...after: string[]) =>
      verdicts(policy(before), policy(before + after.join('')));
    expect(becomes(all, rule('mail', 'data: [contact.email], period: P5Y'))).toEqual([
      'material retention-added',
    ]);
    expect(becomes(all, rule('mail', 'data: [contact.email], period: forever'))).toEqual([
      'material retention-added',
    ]);
    expect(becomes(all, rule('found', 'functions: [search], period: P5Y'))).toEqual([
      'material retention-added',
    ]);
    expect(becomes(all, rule('mail', 'data: [contact.email], period: P7D'))).toEqual([
      'review retention-added',
    ]);
    // Nobody can tell which of the two is longer: the data loses its rule, as if that had become the other.
    expect(becomes(all, rule('mail', 'data: [contact.email], criterion: As long as needed.'))).toEqual([
      'material retention-added',
    ]);
    // A rule for a category governs what is below it, and no longer the one for everything else.
    const ways = all + rule('ways', 'data: [contact], period: P9Y');
    expect(becomes(ways, rule('mail', 'data: [contact.email], period: P5Y'))).toEqual([
      'review retention-added',
    ]);
    const own = (keeps: string): string => all.replace('refusal: None.', `keeps: ${keeps}, refusal: None.`);
    expect(verdicts(policy(all), policy(own('P5Y')))).toEqual(['material function-kept-shorter']);
    expect(verdicts(policy(all), policy(own('P7D')))).toEqual(['review function-kept-shorter']);
    const five = (data: string): string => rule('mail', `data: [${data}], period: P5Y`);
    expect(
      verdicts(policy(all + five('contact.email')), policy(all + five('contact.email, device.model'))),
    ).toEqual(['material retention-data-added']);
  });

  it.each([
    ['taken off the rule that keeps it for less', 'data: [contact.email]', 'data: [device.model]'],
    [
      'given to the rule that keeps it for more',
      'data: [device.model]',
      'data: [device.model, contact.email]',
    ],
    ['under the default rule, which is gone', 'default: true, period: P1Y', 'period: P1Y'],
    [
      'for some readers alone under the rule for less',
      'period: P30D',
      'period: P30D, applies: { regions: [DE] }',
    ],
  ])(
    'data is kept for longer when it is %s: as if the rule for it had changed, there and wherever a list says so',
    (_, from, to) => {
      const rules = [
        'id: mail, title: Mail, data: [contact.email], period: P30D',
        'id: rest, title: Rest, default: true, period: P1Y',
        'id: things, title: Things, data: [device.model], period: P5Y',
      ].map((rule) => `  - { kind: retention, ${rule} }\n`);
      const home = search('location.precise')
        .replace('search,', 'home,')
        .replace('refusal', 'keeps: P7D, refusal');
      const watched = list().replace('definition', '{ watch: retention.period, direction: expands }');
      for (const told of ['', watched]) {
        const text = told + search('contact.email, device.model, identity.real_name') + home + rules.join('');
        expect(text).toContain(from);
        const [before, after] = [text, text.replace(from, to)].map((one) => policy(one));
        expect(before && after && comparePolicies(before, after).verdict).toBe('material');
        expect(before && after && comparePolicies(after, before).verdict).toBe('review');
      }
    },
  );

  it.each([
    ['consent', ', consent: { kind: explicit, separate: true }', ''],
    ['consent.kind', 'explicit', 'implied'],
    ['consent.separate', ', separate: true', ''],
    ['function.purpose.basis', 'basis: consent', 'basis: contract'],
    ['function.tier', 'additional', 'basic'],
    ['function.refusal', 'refusal: None., ', ''],
    ['recipient.form', 'form: entrust', 'form: share'],
    ['recipient.safeguard', 'safeguard: Locked., ', ''],
    ['technology.lifetime', 'lifetime: P1D', 'lifetime: P1Y'],
    ['technology.optOut', 'optOut: Refuse.', 'summary: Stay.'],
  ])(
    'what another clause does with the same data is judged as if the first one did it: %s',
    (watch, from, to) => {
      const clauses = [
        'kind: function, title: Search, tier: additional, refusal: None., optOut: Ask., purposes: [{ purpose: content.search, basis: consent }], collects: [contact.email], consent: { kind: explicit, separate: true }',
        'kind: recipient, title: Helper, name: Helper Ltd, form: entrust, safeguard: Locked., receives: [contact.email]',
        'kind: technology, title: Cookie, type: cookie, lifetime: P1D, optOut: Refuse., data: [device.model], purposes: [content.search]',
      ];
      const written = (more: readonly string[], id: string): string =>
        more.map((clause, at) => `  - { id: ${id}-${at}, ${clause} }\n`).join('');
      for (const told of ['', list().replace('definition', `{ watch: ${watch}, direction: worse }`)]) {
        const before = told + written(clauses, 'one');
        const others = clauses.map((clause) => clause.replace(from, to));
        expect(others).not.toEqual(clauses);
        for (const after of [told + written(others, 'other'), before + written(others, 'other')])
          expect(comparePolicies(policy(before), policy(after)).verdict).toBe('material');
      }
    },
  );

  it.each([
    ['right.answerWithin', 'right, right: access, answerWithin: P15D', 'P15D', 'P40D'],
    ['security.breachNotice', 'security, breachNotice: PT24H', 'PT24H', 'PT72H'],
  ])(
    'a right, or what protects data, is judged as if it had changed where another clause is in its place: %s',
    (watch, clause, from, to) => {
      const told = list().replace('definition', `{ watch: ${watch}, direction: worse }`);
      const written = (id: string, stated: string): string =>
        `  - { id: ${id}, title: T, kind: ${stated} }\n`;
      const [before, after] = [clause, clause.replace(from, to)];
      const verdict = (head: string): string =>
        comparePolicies(policy(told + written('one', before)), policy(told + head)).verdict;
      expect(verdict(written('other', after))).toBe('material');
      expect(verdict(written('one', before) + written('other', after))).toBe('review');
      expect(verdict(written('other', before))).toBe('review');
    },
  );

  it.each(['', ', sensitive: { ground: health-care }'])(
    'what allows the use of sensitive data does not go with the list that says which it is: then%s',
    (then) => {
      const used = (more: string): string =>
        `${list()}  - { id: gate, kind: function, title: Gate, purposes: [content.search]${more} }\n`;
      const ground = ', sensitive: { ground: explicit-consent }';
      const before = policy(used(`, collects: [biometric.face_features]${ground}`));
      expect(verdicts(before, policy(used(then)))).toContain('material sensitive-ground-from-consent');
      expect(verdicts(before, policy(used(', collects: [contact.email]')))).not.toContain(
        'material sensitive-ground-from-consent',
      );
    },
  );

  it('so is what a company gets by a register, against what it gets by a clause of its own', () => {
    const file = (safeguard: string) =>
      `  - { id: helpers, kind: recipient, title: Helpers, form: entrust${safeguard}, receives: [contact.email], register: registers/helpers.yaml }\n`;
    const own = `  - { id: helper, kind: recipient, title: Helper, name: Helper Ltd, form: entrust, safeguard: Locked., receives: [contact.email] }\n`;
    const told = list().replace('definition', '{ watch: recipient.safeguard, direction: worse }');
    const other = '{ id: other, name: Other Ltd }';
    const entry = '{ id: helper, name: Helper, provider: Helper Ltd }';
    const policyOf = (clauses: string, ...entries: string[]) =>
      policyFrom({
        'policy.yaml': smallHead,
        'chapters/main.yaml': `chapter: main\ntitle: Main\nclauses:\n${told}${clauses}`,
        'registers/helpers.yaml': `entries: [${entries.join(', ')}]\n`,
      });
    const verdict = (safeguard: string): string =>
      comparePolicies(policyOf(own + file(safeguard), other), policyOf(file(safeguard), other, entry))
        .verdict;
    expect(['', ', safeguard: Locked.'].map(verdict)).toEqual(['material', 'review']);
  });

  it('what they gain, or what merely differs, is to review', () => {
    expect(verdicts(policy(more), policy(less))).toEqual(['review data-removed']);
    expect(verdicts(policy(less + carrier), policy(less))).toEqual(['review recipient-removed']);
    expect(verdicts(policy(''), policy(access()))).toEqual(['review right-added']);
  });

  it('a list that comes with the change does not govern it, and the own list of before does', () => {
    expect(verdicts(policy(less), policy(more + list()))).toContain('material data-added');
    expect(verdicts(policy(less + list()), policy(more + list()))).toEqual(['review data-added']);
  });

  it('those whom no list is promised have this one, whatever others have', () => {
    const some = list(', applies: { regions: [DE] }');
    const [change] = comparePolicies(policy(less + some), policy(more + some)).changes;
    expect(change?.verdict).toBe('material');
    expect(change?.obligations.find(({ owes }) => owes === 'notice')?.to).toBe('readers outside Germany');
  });

  it('is the list of an edition: policies of the one before keep their verdicts', () => {
    expect(verdicts(policy(less, '2026-11'), policy(more, '2026-11'))).toEqual(['review data-added']);
  });
});
