import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import type { Policy } from '../../src/model/policy.ts';
import { policyFrom } from '../policy.ts';

/**
 * Edits as counsel would judge them, in the newest edition: one line for each kind of which a verdict was once too low,
 * too high or turned round. What a line names is owed; what it denies is not.
 */
const head = `format: policyc/policy@2
id: harbor
title: Privacy at Harbor Swim
edition: "2026-12"
prevailing: en
locales: [en]
profiles: [cn-pipl, cn-gbt35273-2020, cn-ecommerce-2019, eu-gdpr, us-coppa]
utcOffset: "+08:00"
parties:
  - { id: swim, role: controller, name: Harbor Swim Ltd, country: SG, applies: { regions: [SG, CN] } }
  - { id: quay, role: controller, name: Quay Pools BV, country: NL, applies: { regions: [EU] } }
  - { id: agent, role: representative, name: Canal Agents BV, country: NL, represents: swim }
chapters: [main]
`;

const clauses = `chapter: main
title: Main
clauses:
  - { id: account, kind: function, tier: basic, title: Account, purposes: [{ purpose: account.registration, basis: contract }], collects: [contact.email, { data: contact.mobile_phone, required: false }], refusal: No account. }
  - { id: gate, kind: function, tier: additional, title: Gate, purposes: [{ purpose: content.search, basis: consent }], collects: [{ data: biometric.face_features, method: sensor }], consent: { kind: explicit, separate: true, withdrawal: Tap Off. }, refusal: Show a card., optOut: Tap Off., applies: { regions: [CN] }, sensitive: { necessity: It opens the gate., impact: Somebody may learn how you look. } }
  - { id: tips, kind: function, tier: additional, title: Tips, purposes: [{ purpose: content.recommend, basis: consent }], collects: [contact.email, { data: device.model, required: false }], consent: { kind: explicit, withdrawal: Tap Off. }, personalised: { off: Tap General. }, refusal: None., optOut: Tap Off. }
  - { id: times, kind: function, tier: additional, title: Times, purposes: [{ purpose: content.search, basis: legitimate-interests, interest: Fewer queues }], collects: [contact.email], refusal: None., optOut: Ask., applies: { regions: [DE] } }
  - { id: coach, kind: recipient, title: Coach, name: Blue Coach Ltd, contact: hi@coach.example, policyUrl: "https://coach.example/p", category: partner, form: share, basis: consent, receives: [contact.email], purposes: [content.search], countries: [CN], safeguard: A contract. }
  - { id: towels, kind: recipient, title: Towels, category: processor, form: entrust, receives: [contact.email], purposes: [content.search], countries: [DE], safeguard: A seal., applies: { regions: [DE] } }
  - { id: kits, kind: technology, title: Kits, type: sdk, optOut: Settings., register: registers/kits.csv }
  - { id: see, kind: right, title: See, right: access, answerWithin: P15D, days: working, method: Write to the desk. }
  - { id: young, kind: minors, title: Children, age: 14, guardianConsent: true, rules: rulebook, contact: desk }
  - { id: rulebook, kind: document, title: Rulebook, role: incorporated, url: "https://swim.example/rules", version: "1" }
  - { id: lists, kind: retention, title: Lists, functions: [times], criterion: Until you delete them. }
  - { id: never, kind: commitment, title: Never sold, promise: never, act: sell, text: We never sell your data for money or a favour. }
  - { id: desk, kind: contact, title: Desk, topics: [personal-data, rights, complaint], channel: email, address: desk@swim.example }
  - { id: owner, kind: statement, title: Owners, text: A new owner must keep to this policy. }
  - id: told
    kind: change
    title: Changes
    page: https://swim.example/changes
    archive: https://swim.example/archive
    prominent: [pop-up]
    leadTime: P30D
    material:
      - { id: doing, words: What we do., watches: [{ watch: function, direction: worse }, { watch: technology, direction: worse }] }
      - { id: control, words: Who answers., watches: [{ watch: party, direction: worse }] }
      - { id: getting, words: Who gets it., watches: [{ watch: recipient, direction: worse }] }
      - { id: rights, words: What you can do., watches: [{ watch: right, direction: worse }, { watch: consent, direction: worse }, { watch: function.optOut, direction: restricts }, { watch: minors, direction: worse }, { watch: commitment, direction: worse }] }
      - { id: reaching, words: How to reach us., watches: [{ watch: contact, direction: worse }] }
    promises:
      - { id: ask, owes: express-consent, words: New uses wait for you., watches: [{ watch: function, on: added }] }
      - { id: keep, owes: express-consent, words: No right is cut., watches: [{ watch: right, direction: restricts }, { watch: consent, direction: restricts }] }
`;

const kits =
  'id,name,provider,countries,data,purposes\nbell,Bell Push,Bell Ltd,CN,device.other_id,content.search\n';
const wave = 'wave,Wave Ads,Wave Inc.,US,device.oaid,marketing.personalised_advertising\n';

interface Edit {
  readonly file?: 'policy' | 'kits';
  readonly from: string;
  readonly to: string;
  /** What is edited besides. */
  readonly and?: readonly [from: string, to: string];
  readonly verdict: 'material' | 'review' | 'editorial' | 'none';
  readonly entries?: readonly string[];
  readonly owes?: readonly string[];
  readonly not?: readonly RegExp[];
}

const separateGate = 'consent: { kind: explicit, separate: true';

const edits: Readonly<Record<string, Edit>> = {
  'a function is opened to readers elsewhere': {
    from: 'applies: { regions: [CN] }, sensitive',
    to: 'applies: { regions: [CN, EU] }, sensitive',
    verdict: 'material',
    entries: ['doing'],
    owes: [
      'express-consent: clause told, promise ask',
      'prominent-notice: GDPR art. 13(3) and 14(4)',
      'express-consent: GDPR art. 9(1) and 9(2)(a)',
    ],
    not: [/PIPL/],
  },
  'readers pass to another controller': {
    file: 'policy',
    from: 'applies: { regions: [SG, CN] }',
    to: 'applies: { regions: [SG, CN, EU] }',
    verdict: 'material',
    entries: ['control'],
    owes: ['prominent-notice: WP260 para. 29'],
  },
  'a right is cut to one region': {
    from: 'method: Write to the desk. }',
    to: 'method: Write to the desk., applies: { regions: [EU] } }',
    verdict: 'material',
    entries: ['rights'],
    owes: ['express-consent: clause told, promise keep', 'notice: PIPL art. 44 to 48'],
  },
  'more data of readers elsewhere, on no consent': {
    from: 'collects: [contact.email], refusal: None., optOut: Ask., applies: { regions: [DE] }',
    to: 'collects: [contact.email, device.carrier], refusal: None., optOut: Ask., applies: { regions: [DE] }',
    verdict: 'material',
    owes: ['notice: WP260 para. 29?'],
    not: [/PIPL/, /GB.T/],
  },
  'a recipient of readers elsewhere moves within their union': {
    from: 'countries: [DE], safeguard: A seal., applies',
    to: 'countries: [DE, FR], applies',
    verdict: 'material',
    not: [/PIPL/, /WP260/, /13\(1\)\(f\)/],
  },
  'more data where a contract is the ground': {
    from: 'collects: [contact.email, { data: contact.mobile_phone',
    to: 'collects: [contact.email, device.imei, { data: contact.mobile_phone',
    verdict: 'material',
    owes: ['notice: PIPL art. 17(1)(2) and 17(2)'],
    not: [/consent: PIPL/],
  },
  'a recipient that decides itself gets more': {
    from: 'receives: [contact.email], purposes: [content.search], countries: [CN], safeguard',
    to: 'receives: [contact.email, device.model], purposes: [content.search], countries: [CN], safeguard',
    verdict: 'material',
    owes: ['separate-consent: PIPL art. 23'],
    not: [/express-consent: PIPL art\. 23/],
  },
  'a recipient in another’s place': {
    from: 'name: Blue Coach Ltd, contact: hi@coach.example',
    to: 'name: Deep Coach Ltd, contact: hi@deep.example',
    verdict: 'material',
    entries: ['getting'],
    owes: ['separate-consent: PIPL art. 23', 'notice: PIPL art. 23'],
    not: [/prominent-notice: WP260 para\. 30$/],
  },
  'software of somebody else abroad': {
    file: 'kits',
    from: kits,
    to: kits + wave,
    verdict: 'material',
    entries: ['doing', 'getting'],
    owes: [
      'separate-consent: PIPL art. 39?',
      'notice: PIPL art. 21 and 23?',
      'notice: GDPR art. 13(1)(e)?',
      'notice: GDPR art. 13(1)(f) and 46?',
      'guardian-consent: 16 CFR 312.5(a)(1)',
    ],
  },
  'a provider is said for the first time to decide itself': {
    file: 'kits',
    from: kits,
    to: 'id,name,provider,role,countries,data,purposes\nbell,Bell Push,Bell Ltd,controller,CN,device.other_id,content.search\n',
    verdict: 'material',
    entries: ['doing'],
    owes: ['prominent-notice: WP260 para. 30', 'separate-consent: PIPL art. 23'],
  },
  'separate consent is dropped': {
    from: separateGate,
    to: 'consent: { kind: explicit',
    verdict: 'material',
    entries: ['rights'],
    owes: ['separate-consent: PIPL art. 29', 'express-consent: clause told, promise keep'],
  },
  'consent gives way to a contract': {
    from: 'purpose: content.recommend, basis: consent',
    to: 'purpose: content.recommend, basis: contract',
    verdict: 'material',
    entries: ['doing', 'rights'],
    owes: ['notice: PIPL art. 13 to 15?', 'express-consent: clause told, promise keep'],
    not: [/PIPL art\. 29/],
  },
  'working days become more calendar days': {
    from: 'answerWithin: P15D, days: working',
    to: 'answerWithin: P20D, days: calendar',
    verdict: 'material',
    not: [/promise keep/],
  },
  'a representative has another name': {
    file: 'policy',
    from: 'Canal Agents BV',
    to: 'Dike Agents BV',
    verdict: 'material',
    entries: ['reaching'],
    owes: ['notice: GDPR art. 13(1)(a)-(b)'],
  },
  'what was optional is required, on consent': {
    from: '{ data: device.model, required: false }',
    to: 'device.model',
    verdict: 'material',
    owes: ['express-consent: PIPL art. 16', 'express-consent: clause told, promise ask'],
  },
  'the way to general results is gone': {
    from: 'personalised: { off: Tap General. }',
    to: 'personalised: {}',
    verdict: 'material',
    entries: ['doing', 'rights'],
    owes: [
      'objection: PIPL art. 24(2)',
      'objection: E-Commerce Law art. 18(1)',
      'objection: GDPR art. 21(1)-(4)?',
    ],
  },
  'rules for children are dropped': {
    from: ', rules: rulebook',
    to: '',
    verdict: 'material',
    entries: ['rights'],
    owes: ['notice: PIPL art. 31(2)'],
  },
  'rules for children end before the age of the law': {
    from: 'age: 14',
    to: 'age: 13',
    verdict: 'material',
    owes: ['guardian-consent: PIPL art. 31(1)'],
    not: [/CFR/],
  },
  'rules for children end before the age of any law': {
    from: 'age: 14',
    to: 'age: 12',
    verdict: 'material',
    owes: [
      'guardian-consent: PIPL art. 31(1)',
      'guardian-consent: GDPR art. 8(1)',
      'guardian-consent: 16 CFR 312.4(a)',
    ],
  },
  'the address of earlier versions is gone': {
    from: '    archive: https://swim.example/archive\n',
    to: '',
    verdict: 'material',
    entries: [],
  },
  'the promise to cut no right is gone': {
    from: clauses.slice(clauses.indexOf('      - { id: keep')),
    to: '',
    verdict: 'material',
    owes: ['express-consent: clause told, promise keep, which is cut itself'],
  },
  'a commitment is weakened in its words': {
    from: 'for money or a favour',
    to: 'for money',
    verdict: 'review',
    entries: ['rights'],
  },
  'how to use a right is made harder in its words': {
    from: 'Write to the desk.',
    to: 'Send a letter that a notary signed.',
    verdict: 'review',
    entries: ['rights'],
  },
  'why sensitive data is needed is not said any more': {
    from: 'necessity: It opens the gate., ',
    to: '',
    verdict: 'material',
    owes: ['notice: PIPL art. 30'],
  },
  'the seat of a controller moves': {
    file: 'policy',
    from: 'country: NL, applies',
    to: 'country: US, applies',
    verdict: 'material',
    entries: ['control'],
    owes: ['notice: GDPR art. 13(1)(a) and 27?'],
  },
  'a function can be refused from now on': {
    from: 'tier: basic, title: Account',
    to: 'tier: additional, optOut: Ask., title: Account',
    verdict: 'review',
    not: [/consent/],
  },
  'a sale begins': {
    from: 'safeguard: A contract. }',
    to: 'safeguard: A contract., sale: true }',
    verdict: 'material',
    owes: ['prominent-notice: 16 CFR 312.2 and 312.4(b)', 'guardian-consent: 16 CFR 312.5(a)(1)-(2)'],
  },
  'what was for us is shown to the public': {
    from: 'collects: [contact.email, { data: contact.mobile_phone',
    to: 'collects: [{ data: contact.email, public: true }, { data: contact.mobile_phone',
    verdict: 'material',
    owes: [
      'separate-consent: PIPL art. 25',
      'prominent-notice: 16 CFR 312.4(b) and (d)(2)',
      'guardian-consent: 16 CFR 312.2 and 312.5(a)(1)',
    ],
  },
  'a machine decides about people': {
    from: 'personalised: { off: Tap General. }',
    to: 'automated: { logic: Rules., effect: The gate stays shut. }, personalised: { off: Tap General. }',
    verdict: 'material',
    owes: ['objection: GDPR art. 22(1) and 22(3)?'],
  },
  'a period in place of a rule': {
    from: 'criterion: Until you delete them.',
    to: 'period: P5Y',
    verdict: 'review',
    owes: ['express-consent: Network Data Regulations art. 22(1)(4)'],
  },
  'the web address of a recipient’s policy': {
    from: 'https://coach.example/p',
    to: 'https://coach.example/privacy',
    verdict: 'review',
    not: [/./],
  },
  'a faster answer': { from: 'P15D', to: 'P10D', verdict: 'review', not: [/consent/, /promise/] },
  'a function that rests on consent can be refused no more': {
    from: 'tier: additional, title: Tips',
    to: 'tier: basic, title: Tips',
    verdict: 'material',
    entries: ['doing'],
    owes: ['express-consent: PIPL art. 16'],
  },
  'a function that rests on a contract can be refused no more': {
    from: 'tier: additional, title: Times',
    to: 'tier: basic, title: Times',
    verdict: 'material',
    not: [/PIPL art\. 16/],
  },
  'known data serves what other data served before': {
    from: 'collects: [contact.email, { data: contact.mobile_phone',
    to: 'collects: [contact.email, device.model, { data: contact.mobile_phone',
    verdict: 'material',
    owes: ['prominent-notice: GDPR art. 13(3) and 14(4)'],
  },
  'unknown data serves what other data served before': {
    from: 'collects: [contact.email, { data: contact.mobile_phone',
    to: 'collects: [contact.email, device.carrier, { data: contact.mobile_phone',
    verdict: 'material',
    not: [/GDPR art\. 13\(3\)/],
  },
  'data is given away for what nobody was told of': {
    from: 'receives: [contact.email], purposes: [content.search], countries: [CN], safeguard',
    to: 'receives: [contact.email], purposes: [content.search, marketing.messages], countries: [CN], safeguard',
    verdict: 'material',
    owes: ['prominent-notice: GDPR art. 13(3) and 14(4)', 'separate-consent: PIPL art. 23'],
  },
  'data is given away for what readers were told that it serves': {
    from: 'receives: [contact.email], purposes: [content.search], countries: [CN], safeguard',
    to: 'receives: [contact.email], purposes: [content.search, content.recommend], countries: [CN], safeguard',
    verdict: 'material',
    not: [/GDPR art\. 13\(3\)/],
  },
  'letters about hats on an interest': {
    from: 'basis: legitimate-interests, interest: Fewer queues }]',
    to: 'basis: legitimate-interests, interest: Fewer queues }, { purpose: marketing.messages, basis: legitimate-interests, interest: Sales }]',
    verdict: 'material',
    owes: ['notice: GDPR art. 21(1) and 21(4)', 'notice: GDPR art. 21(2) and 21(4)'],
    not: [/PIPL/],
  },
  'what rested on consent rests on an interest': {
    from: 'purpose: content.recommend, basis: consent',
    to: 'purpose: content.recommend, basis: legitimate-interests, interest: Sales',
    verdict: 'material',
    owes: ['notice: GDPR art. 21(1) and 21(4)'],
    not: [/GDPR art\. 9/],
  },
  'nothing is chosen for anybody any more': {
    from: 'personalised: { off: Tap General. }, ',
    to: '',
    verdict: 'review',
    not: [/objection/, /consent/],
  },
  'who receives data is said no more': {
    from: 'name: Blue Coach Ltd, ',
    to: '',
    verdict: 'material',
    entries: ['getting'],
    owes: ['notice: PIPL art. 23'],
  },
  'who receives data is said at last': {
    from: 'title: Towels, category',
    to: 'title: Towels, name: White Towels BV, category',
    verdict: 'review',
    not: [/consent/],
  },
  'somebody gets data with one function only': {
    from: 'safeguard: A contract. }',
    to: 'safeguard: A contract., onlyWith: [tips] }',
    verdict: 'review',
    not: [/consent/, /assessment/],
  },
  'a list of software names nobody any more': {
    from: 'optOut: Settings., register: registers/kits.csv',
    to: 'optOut: Settings.',
    verdict: 'material',
    entries: ['doing'],
  },
  'what protects data at home is said no more': {
    from: 'countries: [CN], safeguard: A contract. }',
    to: 'countries: [CN] }',
    verdict: 'material',
    owes: ['prominent-notice: GDPR art. 13(1)(f) and 46'],
    not: [/filing/],
  },
  'what protects data in the same country as its readers is said no more': {
    from: 'countries: [DE], safeguard: A seal., applies',
    to: 'countries: [DE], applies',
    verdict: 'material',
    not: [/GDPR art. 13\(1\)\(f\)/],
  },
  'a rule for new owners is weakened in prose': {
    from: 'must keep to this policy',
    to: 'may have a policy of its own',
    verdict: 'review',
  },
  'a right that is new, with grounds to refuse it': {
    from: '  - { id: young,',
    to: '  - { id: take, kind: right, title: Take it along, right: portability, grounds: [excessive] }\n  - { id: young,',
    verdict: 'review',
    not: [/consent/],
  },
  'going on is taken as consent': {
    from: 'consent: { kind: explicit, withdrawal',
    to: 'consent: { kind: implied, withdrawal',
    verdict: 'material',
    owes: ['express-consent: GDPR art. 4(11) and recital 32'],
  },
  'what rests on a contract is to rest on consent': {
    from: 'basis: contract }], collects: [contact.email, {',
    to: 'basis: consent }], collects: [contact.email, {',
    verdict: 'review',
    owes: ['notice: GDPR art. 13(1)(c)?'],
    not: [/consent:/],
  },
  'whoever refuses loses the whole service, as a text says': {
    from: 'refusal: None., optOut: Tap Off. }',
    to: 'refusal: You cannot come in., optOut: Tap Off. }',
    verdict: 'review',
  },
  'what a refusal means is said no more': {
    from: 'refusal: None., optOut: Tap Off. }',
    to: 'optOut: Tap Off. }',
    verdict: 'material',
    entries: ['doing'],
    owes: ['notice: PIPL art. 17(2)?', 'notice: GDPR art. 13(2)(e)?'],
  },
  'a cookie that the service cannot do without is new': {
    from: '  - { id: see,',
    to: '  - { id: crumb, kind: technology, title: Crumb, type: cookie, necessary: true }\n  - { id: see,',
    verdict: 'material',
    entries: ['doing'],
    not: [/GDPR art. 21/],
  },
  'sensitive data goes, with what was said of it': {
    from: 'collects: [{ data: biometric.face_features, method: sensor }], consent: { kind: explicit, separate: true, withdrawal: Tap Off. }, refusal: Show a card., optOut: Tap Off., applies: { regions: [CN] }, sensitive: { necessity: It opens the gate., impact: Somebody may learn how you look. } }',
    to: 'collects: [device.cookie], consent: { kind: explicit, separate: true, withdrawal: Tap Off. }, refusal: Show a card., optOut: Tap Off., applies: { regions: [CN] } }',
    verdict: 'material',
    entries: ['doing'],
    not: [/PIPL art\. 30/],
  },
  'sensitive data stays, and less is said of it': {
    from: ', sensitive: { necessity: It opens the gate., impact: Somebody may learn how you look. }',
    to: ', sensitive: { necessity: It opens the gate. }',
    verdict: 'material',
    owes: ['notice: PIPL art. 30'],
  },
  'a function in Germany goes, and a period no longer covers it': {
    from: `  - { id: times, kind: function, tier: additional, title: Times, purposes: [{ purpose: content.search, basis: legitimate-interests, interest: Fewer queues }], collects: [contact.email], refusal: None., optOut: Ask., applies: { regions: [DE] } }
`,
    to: '',
    and: ['functions: [times]', 'functions: [account]'],
    verdict: 'review',
    not: [/Network Data/],
  },
  'a recipient sends data abroad by nothing that is stated': {
    from: 'purposes: [content.search], countries: [CN], safeguard: A contract.',
    to: 'purposes: [content.search], countries: [CN, US], safeguard: A contract.',
    verdict: 'material',
    owes: ['filing: PIPL art. 38?', 'separate-consent: PIPL art. 39', 'assessment: PIPL art. 55(4)'],
  },
  'a technology has a new purpose, and states no ground': {
    from: '  - { id: see,',
    to: '  - { id: crumb, kind: technology, title: Crumb, type: cookie, data: [device.cookie], purposes: [analytics.usage] }\n  - { id: see,',
    verdict: 'material',
    owes: ['notice: GDPR art. 21(1) and 21(4)?'],
    not: [/GDPR art\. 21\(1\) and 21\(4\)$/],
  },
  'an entry of a list in CSV has another id, and says which ones it had': {
    file: 'kits',
    from: 'id,name',
    to: 'id,formerly,name',
    and: ['\nbell,', '\nchime,gong; bell,'],
    verdict: 'editorial',
  },
  'an entry of the list has another id, which readers never see': {
    from: '- { id: rights, words',
    to: '- { id: liberties, words',
    verdict: 'editorial',
  },
  'a promise has another id': {
    from: '- { id: keep, owes',
    to: '- { id: kept, owes',
    verdict: 'none',
  },
  'an entry has another id, and watches less': {
    from: '- { id: rights, words: What you can do., watches: [{ watch: right, direction: worse }, ',
    to: '- { id: liberties, words: What you can do., watches: [',
    verdict: 'material',
    owes: ['prominent-notice: readers were promised the old list'],
  },
  'a function says no more what it is for': {
    from: 'purposes: [{ purpose: content.recommend, basis: consent }], ',
    to: '',
    verdict: 'material',
    entries: ['doing'],
    owes: ['notice: PIPL art. 17(1)(2) and 17(2)', 'notice: GB/T 35273-2020 5.5 a) and f)'],
  },
  'an entry of a list says no more what it gets': {
    file: 'kits',
    from: 'CN,device.other_id,content.search',
    to: 'CN,,content.search',
    verdict: 'material',
    entries: ['doing'],
  },
  'an entry of a list says no more who provides it': {
    file: 'kits',
    from: 'Bell Push,Bell Ltd',
    to: 'Bell Push,',
    verdict: 'material',
    entries: ['doing', 'getting'],
  },
  'data comes from somebody else than the reader': {
    from: 'collects: [contact.email], refusal: None., optOut: Ask., applies: { regions: [DE] }',
    to: 'collects: [{ data: contact.email, source: third-party, from: A dealer. }], refusal: None., optOut: Ask., applies: { regions: [DE] }',
    verdict: 'material',
    owes: ['notice: GDPR art. 13(2)(f) and 14(2)(f)-(g); WP260 para. 29?'],
    not: [/PIPL/],
  },
  'a right can be refused on one more ground': {
    from: 'method: Write to the desk. }',
    to: 'method: Write to the desk., grounds: [excessive] }',
    verdict: 'material',
    owes: [
      'notice: PIPL art. 44 to 48',
      'prominent-notice: WP260 para. 29',
      'express-consent: clause told, promise keep',
    ],
  },
  'what is given to others rests on interests': {
    from: 'form: share, basis: consent',
    to: 'form: share, basis: legitimate-interests',
    verdict: 'material',
    owes: ['notice: GDPR art. 13(1)(c)?', 'notice: GDPR art. 21(1) and 21(4)'],
  },
  'a recipient is of another kind': {
    from: 'category: partner, form: share',
    to: 'category: affiliate, form: share',
    verdict: 'material',
    owes: ['notice: GB/T 35273-2020 5.5 a) 4) and f)'],
  },
  'what a refusal comes to is said no more': {
    from: 'refusal: Show a card., ',
    to: '',
    verdict: 'material',
    owes: ['notice: GB/T 35273-2020 5.5 a) 6) and f)'],
    not: [/GDPR/],
  },
  'a representative moves to another country': {
    file: 'policy',
    from: 'name: Canal Agents BV, country: NL',
    to: 'name: Canal Agents BV, country: BE',
    verdict: 'material',
    owes: ['notice: GDPR art. 13(1)(a)-(b)'],
  },
};

function policy({ file, from, to, and }: Partial<Edit> = {}): Policy {
  const files = { policy: head, clauses, kits };
  const place = file ?? 'clauses';
  if (from !== undefined) {
    expect(files[place]).toContain(from);
    files[place] = files[place].replace(from, to ?? '').replace(...(and ?? ['', '']));
  }
  return policyFrom({
    'policy.yaml': files.policy,
    'chapters/main.yaml': files.clauses,
    'registers/kits.csv': files.kits,
  });
}

describe('what counsel would say of an edit', () => {
  it.each(Object.entries(edits))('%s', (_, edit) => {
    const { verdict, changes } = comparePolicies(policy(), policy(edit));
    expect(verdict).toBe(edit.verdict);
    const owed = changes.flatMap(({ obligations }) =>
      obligations
        .filter(({ owes }) => owes !== 'notice-record' && owes !== 'lead-time')
        .map(({ owes, rests, evidence }) => {
          const article = rests.startsWith('clause') ? rests : rests.replace(/(\d[^:]*): .*$/, '$1');
          return `${owes}: ${article}${evidence === 'reading' ? '?' : ''}`;
        }),
    );
    if (edit.owes) expect(owed).toEqual(expect.arrayContaining([...edit.owes]));
    for (const denied of edit.not ?? []) expect(owed.filter((one) => denied.test(one))).toEqual([]);
    const entries = new Set(changes.flatMap((change) => change.entries.map(({ id }) => id)));
    if (edit.entries) expect([...entries].sort()).toEqual([...edit.entries].sort());
    if (edit.verdict === 'review' && changes.every(({ table }) => table === 'prose'))
      expect(changes.map(({ signal }) => signal)).toContain('high');
  });
});

it('says of consent, and of a right to object, that another legal basis would change that, where none is stated', () => {
  const times =
    'purposes: [{ purpose: content.search, basis: legitimate-interests, interest: Fewer queues }]';
  const bare = 'purposes: [content.search]';
  const through = (purposes: string): (string | undefined)[] => {
    const { changes } = comparePolicies(
      policy({ from: `${times}, collects: [contact.email]`, to: `${purposes}, collects: [contact.email]` }),
      policy({
        from: `${times}, collects: [contact.email]`,
        to: `${purposes}, collects: [contact.email, device.carrier]`,
      }),
    );
    return changes.flatMap(({ obligations }) =>
      obligations.filter(({ owes }) => owes === 'consent').map((one) => one.through),
    );
  };
  expect(through(bare)).toEqual(['unless another legal basis is stated']);
  expect(through('purposes: [{ purpose: content.search, basis: consent }]')).toEqual([undefined]);
  expect(through(times)).toEqual([]);
});
