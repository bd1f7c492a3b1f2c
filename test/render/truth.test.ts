import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/diff/compare.ts';
import { textMark } from '../../src/model/locale.ts';
import { standaloneHtml, standaloneMarkdown } from '../../src/render/standalone.ts';
import { languages } from '../../src/words/languages.ts';
import { policyOf } from '../properties/policies.ts';

const clauses = [
  { id: 'log', kind: 'retention', title: 'Sign-up log', default: true, criterion: 'For ever.' },
  { id: 'trash', kind: 'retention', title: 'Trash', period: 'P90D', criterion: 'About 25 days in the bin.' },
  { id: 'complain', kind: 'right', title: 'Complain', right: 'complain' },
  { id: 'cookie', kind: 'technology', title: 'Cookie', type: 'cookie' },
  { id: 'count', kind: 'function', title: 'Counting', collects: ['contact.email'] },
  { id: 'choice', kind: 'function', title: 'Extra', tier: 'additional', refusal: 'Nothing.' },
  { id: 'post', kind: 'contact', title: 'By post', channel: 'post', address: '1 High Street, Dublin' },
  { id: 'ask', kind: 'statement', title: 'Ask', text: 'Write to :contact[post].' },
  {
    id: 'helpers',
    kind: 'recipient',
    title: 'Helpers',
    form: 'entrust',
    register: 'registers/s.yaml',
  },
] as const;
const register = {
  entries: [
    {
      id: 'mail',
      name: 'Mailer',
      countries: ['US'],
      data: ['contact.email'],
      purposes: ['marketing.messages'],
    },
  ],
};
const parties = [
  { id: 'a-affiliate', role: 'affiliate', name: 'Aunt Ltd' },
  { id: 'z-controller', role: 'controller', name: 'Zoe Ltd' },
];
const pageOf = (format: string, locale = 'en'): string =>
  standaloneMarkdown(policyOf([clauses], { format, parties }, { 'registers/s.yaml': register }), locale, {
    sequence: 1,
  });

const promises = [
  'It is deleted',
  'Free of charge',
  'You give it',
  'The product works without it',
  'everything else works without it',
];

describe('a page', () => {
  it('promises nothing that nobody wrote', () => {
    const page = pageOf('policyc/policy@2');
    expect(promises.filter((words) => page.includes(words))).toEqual([]);
  });

  it.each(languages.map(({ tag }) => tag))(
    'says in %s what is never done without two colons in one sentence',
    (tag) => {
      const acts = ['sell', 'share', 'collect', 'use', 'transfer-abroad', 'train-models'];
      const never = acts.map((act) => ({ id: `never-${act}`, kind: 'commitment', promise: 'never', act }));
      const page = standaloneMarkdown(policyOf([never], { parties, locales: [tag], prevailing: tag }), tag, {
        sequence: 1,
      });
      const said = [...page.matchAll(/^\*\*([^*]+[.。])\*\*$/gm)].map(([, sentence = '']) => sentence);
      expect(said).toHaveLength(acts.length);
      expect(said.filter((sentence) => sentence.split(/[:：]/).length > 2)).toEqual([]);
    },
  );

  it('says in English whose data is never collected, unless its name does', () => {
    const sentence = (...data: readonly string[]): unknown =>
      standaloneMarkdown(
        policyOf([[{ id: 'never', kind: 'commitment', promise: 'never', act: 'collect', data }]], {
          parties,
          edition: '2026-12',
        }),
        'en',
        { sequence: 1 },
      ).match(/We never[^*]*/)?.[0];
    expect(sentence('financial.payment_card', 'biometric.voiceprint')).toBe(
      'We never collect your payment card number or voiceprint.',
    );
    expect(sentence('content.account_content')).toBe('We never collect what you keep in your account.');
  });

  it('counts what is sensitive among no basic details, and says what its marks mean', () => {
    const uses = (id: string, data: string) => ({ id, kind: 'function', title: id, collects: [data] });
    const own = {
      id: 'love',
      label: { en: 'whom you love' },
      parent: 'identity.sexual_orientation',
      sensitive: ['eu-gdpr'],
    };
    const policy = policyOf(
      [
        [
          uses('tax', 'identity.religious_belief'),
          uses('meet', 'love'),
          uses('account', 'identity.real_name'),
        ],
      ],
      { parties, profiles: ['eu-gdpr'] },
      { 'taxonomy.yaml': { format: 'policyc/taxonomy@1', data: [own] } },
    );
    const page = standaloneMarkdown(policy, 'en', { sequence: 1 });
    expect(page).toContain('| Function | Religious belief | Whom you love | Basic details |');
    const html = standaloneHtml(policy, 'en', { sequence: 1 });
    expect(html).toMatch(
      /<span class="marks" aria-hidden="true"><span class="used">used<\/span><\/span>Function/,
    );
  });

  it('of the first format says what that format means', () => {
    const page = pageOf('policyc/policy@1');
    expect(promises.slice(0, 4).filter((words) => !page.includes(words))).toEqual([]);
  });

  it.each([
    ['en', /90 days\n\n {2}About 25 days/],
    ['zh-CN', /90日\n\n {2}About 25 days/],
  ])('keeps statements apart: %s', (locale, words) => {
    expect(pageOf('policyc/policy@2', locale)).toMatch(words);
  });

  it('says of whom an officer is, who represents nobody', () => {
    const shared = { represents: 'z-controller', country: 'IE' };
    const people = [
      ...parties,
      { id: 'o', role: 'protection-officer', name: 'Oona', ...shared },
      { id: 'r', role: 'representative', name: 'Rep GmbH', ...shared },
    ];
    const page = standaloneMarkdown(
      policyOf([clauses], { parties: people }, { 'registers/s.yaml': register }),
      'en',
      { sequence: 1 },
    );
    expect(page).toContain('**Oona**: data protection officer (Zoe Ltd)');
    expect(page.match(/\*\*Represents\*\*: Zoe Ltd/g)).toHaveLength(1);
  });

  it('tells a postal address where it is referred to', () => {
    expect(pageOf('policyc/policy@2')).toContain('[By post](#post) (1 High Street, Dublin)');
  });

  it('does not call what somebody writes to an assistant published', () => {
    const uses = (id: string, data: readonly string[]) => ({
      id,
      kind: 'function',
      title: id,
      collects: data,
    });
    const of = [
      uses('chat', ['content.message', 'contact.email']),
      uses('files', ['content.file', 'location']),
    ];
    const told = (locale: string): string => standaloneMarkdown(policyOf([of], {}), locale, { sequence: 1 });
    expect(told('en')).toMatch(/^\| Function \|.* What you write or upload \|/m);
    expect(told('zh-CN')).not.toContain('发布的内容');
  });

  it('tells in its overview what a register lists', () => {
    const overview = pageOf('policyc/policy@2').split('At a glance')[1] ?? '';
    expect(overview).toMatch(/Helpers.*United States/);
  });

  it('names in its overview all who are responsible, those who are so jointly among them', () => {
    const both = [...parties, { id: 'joint', role: 'joint-controller', name: 'Joan Ltd' }];
    const page = standaloneMarkdown(
      policyOf([clauses], { format: 'policyc/policy@2', parties: both }, { 'registers/s.yaml': register }),
      'en',
      { sequence: 1 },
    );
    expect(page).toMatch(/#### .*Zoe Ltd and Joan Ltd|#### .*Joan Ltd and Zoe Ltd/);
  });

  it('keeps the order of every list as it is written, and a comparison sees no change of meaning in it', () => {
    const listing = (data: readonly string[], countries: readonly string[]) =>
      policyOf([[{ id: 'us', kind: 'recipient', title: 'Us', form: 'share', receives: data, countries }]], {
        format: 'policyc/policy@2',
      });
    const written = listing(['identity.nickname', 'contact.email', 'device.ip_address'], ['US', 'DE', 'JP']);
    const page = standaloneMarkdown(written, 'en', { sequence: 1 });
    expect(page).toMatch(/Nickname.*email address.*IP address/i);
    expect(page).toMatch(/United States, Germany and Japan/);
    const sorted = listing(['contact.email', 'device.ip_address', 'identity.nickname'], ['DE', 'JP', 'US']);
    expect(comparePolicies(written, sorted).changes.map(({ table, verdict }) => [table, verdict])).toEqual([
      ['structure', 'editorial'],
      ['structure', 'editorial'],
    ]);
  });

  it('names whoever is responsible first', () => {
    const page = pageOf('policyc/policy@2');
    expect(page.indexOf('Zoe Ltd')).toBeLessThan(page.indexOf('Aunt Ltd'));
  });
});

describe('a clause', () => {
  const told = (clauses: Parameters<typeof policyOf>[0][number], locale = 'en'): string =>
    standaloneMarkdown(policyOf([clauses], { format: 'policyc/policy@2' }), locale, { sequence: 1 });

  it('says a promise in the words of whoever made it, and in ours where there are none', () => {
    const promise = { kind: 'commitment', promise: 'never', act: 'profile' };
    const words = 'We do not use what our servers log to tell who you are.';
    const page = told([{ id: 'own', ...promise, words }]);
    expect(page).toContain(words);
    expect(page).not.toContain('We never');
    expect(told([{ id: 'ours', ...promise }])).toContain('We never build profiles');
  });

  it('says whom it is for in a sentence, and once for a chapter whose clauses all have the same readers', () => {
    const applies = { regions: ['CN'], groups: ['buyers'] };
    const one = { id: 'a', kind: 'statement', title: 'A', text: 'One.', applies };
    expect(told([one])).toContain('Buyers in China');
    expect(told([one], 'zh-CN')).toContain('中国大陆buyers');
    const inText = (other: object): readonly string[] =>
      told([one, { ...one, id: 'b', title: 'B', ...other }])
        .slice(told([one]).indexOf('## 1 '))
        .match(/Buyers in China|People in China/g) ?? [];
    expect(inText({})).toHaveLength(1);
    expect(inText({ applies: { regions: ['CN'] } })).toHaveLength(2);
  });

  it('is led in by a text that says whom it is for', () => {
    const applies = { regions: ['EEA'] };
    const right = (id: string, one: string) => ({ id, kind: 'right', right: one, applies });
    const clauses = [
      { id: 'lead', kind: 'statement', text: 'People in :country[EEA] can:', applies },
      right('a', 'access'),
      right('b', 'correct'),
    ];
    const last = { id: 'desk', kind: 'contact', channel: 'email', address: 'desk@wren.example' };
    const page = told([...clauses, last]);
    expect(page).toContain('People in the European Economic Area can:');
    expect(page).not.toContain('Who this applies to');
    const apart = told([...clauses, last, right('c', 'delete')]);
    expect(apart.match(/Who this applies to/g)).toHaveLength(1);
  });

  it('says in full what a form means once, and in short from there on', () => {
    const recipient = (id: string, form: string) => ({ id, kind: 'recipient', title: `R ${id}`, form });
    const sentence = /It works with the data on our behalf/g;
    const short = /How it receives data\*\*: Works on our behalf/g;
    const mixed = told([recipient('a', 'entrust'), recipient('b', 'entrust'), recipient('c', 'share')]);
    expect([mixed.match(sentence)?.length, mixed.match(short)?.length]).toEqual([1, 1]);
    const alike = told([recipient('a', 'entrust'), recipient('b', 'entrust'), recipient('c', 'entrust')]);
    expect([alike.match(sentence)?.length, alike.match(short)]).toEqual([1, null]);
  });

  it('is the choice of readers where they are asked, not where going on is taken for consent', () => {
    const extra = (kind: string) =>
      told([
        { id: 'a', kind: 'function', title: 'A', tier: 'additional', refusal: 'Nothing.', consent: { kind } },
      ]);
    expect(extra('explicit')).toContain('everything else works without it');
    expect(extra('implied')).not.toContain('everything else works without it');
  });

  it('says for at least how long data is kept, once', () => {
    const kept = (more: object) => told([{ id: 'logs', kind: 'retention', atLeast: 'P7Y', ...more }]);
    const text = 'Kept for at least :period[logs].';
    expect(kept({ text })).toContain('Kept for at least 7 years.');
    expect(kept({ text })).not.toContain('**For at least**');
    expect(kept({ text, period: 'P10Y' })).toMatch(/at least 10 years\.[\s\S]*\*\*For at least\*\*: 7 years/);
  });

  it('has no line for a purpose or a country that its text tells, and one for a list that it tells in part', () => {
    const clause = (text: string) =>
      told([
        {
          id: 'a',
          kind: 'recipient',
          title: 'A',
          form: 'entrust',
          purposes: ['analytics.usage', 'marketing.messages'],
          countries: ['US'],
          text,
        },
      ]);
    const whole = clause(
      'For :purpose[analytics.usage] and :purpose[marketing.messages]{as="news"}, in :country[US].',
    );
    expect(whole).toContain('For usage statistics and news, in the United States.');
    expect(whole).not.toMatch(/\*\*Why|\*\*Countries/);
    expect(clause('For :purpose[analytics.usage].')).toContain(
      '**Why**: Usage statistics, commercial messages',
    );
  });

  it('stands in an overview where that says more than the clause does', () => {
    const uses = (id: string, data: readonly string[], permissions: readonly object[] = []) => ({
      id,
      kind: 'function',
      title: `F ${id}`,
      ...(data.length > 0 && { collects: data }),
      ...(permissions.length > 0 && { permissions }),
    });
    const camera = { permission: 'camera', trigger: 'When you tap.' };
    const clauses = [uses('a', ['contact.email'], [camera]), uses('b', ['device.model']), uses('c', [])];
    const overview = (told(clauses).split('## At a glance')[1] ?? '').split('\n## ')[0] ?? '';
    expect(overview).toContain('F b');
    expect(overview).not.toMatch(/F c|Device permissions/);
    const both = [...clauses, uses('d', ['device.model'], [camera])];
    expect(told(both)).toContain('### Device permissions');
  });

  it('needs no heading that its policy does not have, and tells no name or address twice', () => {
    const page = told([
      { id: 'count', kind: 'technology', title: 'Wren Counter', type: 'cookie', provider: 'Wren' },
      {
        id: 'mail',
        kind: 'recipient',
        form: 'entrust',
        category: 'processor',
        name: 'Postwren',
        text: 'Postwren sends our letters.',
      },
      {
        id: 'desk',
        kind: 'contact',
        channel: 'email',
        address: 'desk@wren.example',
        text: 'Write to :contact[desk].',
      },
    ]);
    expect(page).not.toMatch(/Provider|What it is to us/);
    expect(page.match(/Postwren/g)?.length).toBe(2); // where it goes, and its clause
    expect(page).toContain('- [Postwren](#mail)');
    expect(page.match(/\[desk@wren\.example\]/g)).toHaveLength(1);
  });
});

describe('a translated page', () => {
  const clauses = [
    {
      id: 'chat',
      kind: 'contact',
      title: 'Chat',
      channel: 'chat',
      address: 'The button below',
      department: 'Desk',
    },
    {
      id: 'young',
      kind: 'statement',
      title: 'Young',
      text: 'Ask.',
      applies: { groups: ['children under 14'] },
    },
  ];
  const locale = {
    locale: 'zh-CN',
    texts: {
      chat: {
        address: { of: textMark('The button below'), text: '下方按钮' },
        department: { of: textMark('Desk'), text: '服务台' },
      },
      young: {
        'groups/children under 14': { of: textMark('children under 14'), text: '未满十四周岁的儿童' },
      },
      us: { name: { of: textMark('Us Ltd'), text: '我们公司' } },
    },
  };
  const head = {
    format: 'policyc/policy@2',
    locales: ['en', 'zh-CN'],
    parties: [{ id: 'us', role: 'controller', name: 'Us Ltd' }],
  };

  it('has names in its own language where somebody translated them, and those of the policy elsewhere', () => {
    const policy = policyOf([clauses], head, { 'locales/zh-CN/all.yaml': locale });
    const page = standaloneMarkdown(policy, 'zh-CN', { sequence: 1 });
    expect(
      ['下方按钮', '服务台', '我们公司', '未满十四周岁的儿童'].filter((words) => !page.includes(words)),
    ).toEqual([]);
    expect(standaloneMarkdown(policy, 'en', { sequence: 1 })).toContain('The button below');
  });

  it('leaves a text that nobody translated in one language, names and periods within it included', () => {
    const untranslated = [
      {
        id: 'desk',
        kind: 'contact',
        title: 'Desk',
        channel: 'email',
        address: 'a@b.example',
        answerWithin: 'P21D',
      },
      { id: 'ask', kind: 'statement', title: 'Your :data[contact.email]', text: 'Within :period[desk].' },
    ];
    const policy = policyOf([untranslated], { ...head, locales: ['en', 'de'] });
    const page = standaloneMarkdown(policy, 'de', { sequence: 1 });
    expect(page).toContain('Your email address');
    expect(page).toContain('Within 21 days.');
    expect(page).toContain('21 Tage');
  });
});
