import { describe, expect, it } from 'vitest';
import { messageOf } from '../../src/base/diagnostic.ts';
import { formatPlace } from '../../src/base/place.ts';
import { checkSnapshot } from '../../src/check/check-snapshot.ts';
import { editionIds, editionOf } from '../../src/model/edition.ts';
import { standaloneMarkdown } from '../../src/render/standalone.ts';
import {
  type Answers,
  isCountry,
  type Language,
  policyIdOf,
  policyKinds,
  profilesIn,
} from '../../src/scaffold/answers.ts';
import { newPolicy, newWorkspace, snapshotOfNew } from '../../src/scaffold/workspace.ts';

const languages: readonly (readonly [Language, ...Language[]])[] = [
  ['en'],
  ['zh-CN'],
  ['en', 'zh-CN'],
  ['zh-CN', 'en'],
];
const regimes = editionOf(editionIds.at(-1) ?? '')?.regimes ?? [];
const profiles = [...regimes.map((one) => [one]), regimes, ['cn-pipl', 'eu-gdpr']];

const answers: Answers = {
  company: 'Small Shop Ltd',
  country: 'IE',
  locales: ['en'],
  profiles: ['eu-gdpr'],
  kind: 'app',
};

function problemsOf(given: Answers): string[] {
  return checkSnapshot(snapshotOfNew(newPolicy(given))).problems.map(
    (problem) => `${formatPlace(problem.place)} ${problem.code} ${messageOf(problem).reason}`,
  );
}

describe.each(policyKinds)('a first policy, %s', (kind) => {
  it.each(languages.map((one) => [one.join(' and '), one] as const))(
    'has no problems in %s, whose law ever holds',
    (_, locales) => {
      for (const names of profiles)
        expect({ names, found: problemsOf({ ...answers, kind, locales, profiles: names }) }).toEqual({
          names,
          found: [],
        });
    },
  );

  it('reads in Chinese with no word of English, and the other way round', () => {
    const { policy } = checkSnapshot(
      snapshotOfNew(newPolicy({ ...answers, kind, company: '小店', locales: ['en', 'zh-CN'] })),
    );
    const stamp = { sequence: 1, published: '2026-12-01', effective: '2026-12-01' };
    const zh = policy?.prose.filter(({ key }) => key.at(-1) === 'zh-CN') ?? [];
    const en = policy?.prose.filter(({ key }) => key.at(-1) === 'en') ?? [];
    expect(zh.length).toBe(en.length);
    expect(zh.filter(({ values }) => !/\p{Script=Han}/u.test(String(values.text)))).toEqual([]);
    expect(en.filter(({ values }) => /\p{Script=Han}/u.test(String(values.text)))).toEqual([]);
    expect(policy && standaloneMarkdown(policy, 'zh-CN', stamp)).toContain('隐私政策');
  });
});

describe('what a first policy is written for', () => {
  it('may have any name that fits on a line', () => {
    const names = [
      'A: B #1',
      'O\'Neil "Sons" \\ Co',
      '小店（上海）有限公司',
      '- x',
      'null',
      '{a}',
      ':data[x] *b*',
      '&a',
    ];
    for (const company of names) {
      expect(problemsOf({ ...answers, company })).toEqual([]);
      const { policy } = checkSnapshot(snapshotOfNew(newPolicy({ ...answers, company })));
      expect(policy?.facts.find(({ relation }) => relation === 'party')?.values.name).toBe(company);
    }
  });

  it('gives the folder its name, unless it is in a script that no address has', () => {
    expect(policyIdOf('Crème & Co. Ltd')).toBe('creme-co-ltd');
    expect(policyIdOf('Straßen & Sønner')).toBe('strassen-sonner');
    expect(policyIdOf('小店')).toBe('privacy');
    expect(policyIdOf('小店 App')).toBe('privacy');
    expect(policyIdOf('3M')).toBe('privacy');
    expect(policyIdOf('Con')).toBe('privacy');
    expect(policyIdOf('x'.repeat(100))).toBe('privacy');
  });

  it('may sit in any country', () => {
    for (const country of ['IE', 'CN', 'US', 'NO', 'IN', 'BR', 'GB']) {
      expect(isCountry(country)).toBe(true);
      expect(problemsOf({ ...answers, country, profiles: profilesIn(country) })).toEqual([]);
    }
  });
});

it.each([
  ['GB', ['uk-gdpr-2025', 'eu-gdpr']],
  ['BR', ['br-lgpd']],
  ['NO', ['eu-gdpr']],
  ['IN', ['eu-gdpr']],
])('a company in %s is likely under %j', (country, profiles) => {
  expect(profilesIn(country)).toEqual(profiles);
});

it.each([
  ['IN', true],
  ['JP', true],
  ['NO', false],
  ['CN', false],
  ['GB', false],
])('for %s it says that no profile is of its law: %j', (country, unknown) => {
  const files = newWorkspace({ ...answers, country, profiles: profilesIn(country) });
  const head = [...files].find(([path]) => path.endsWith('/policy.yaml'))?.[1] ?? '';
  expect(head.includes(`# policyc has no profile for the law of ${country}`)).toBe(unknown);
});

describe('the files of a first workspace', () => {
  const files = newWorkspace({ ...answers, locales: ['en', 'zh-CN'] });

  it('say to editors what may be written in them', () => {
    const lines = [...files].map(([path, text]) => [path, text.slice(0, text.indexOf('\n'))]);
    expect(lines).toMatchInlineSnapshot(`
      [
        [
          "policyc.yaml",
          "# yaml-language-server: $schema=node_modules/policyc/schemas/workspace.schema.json",
        ],
        [
          "policies/small-shop-ltd/policy.yaml",
          "# yaml-language-server: $schema=../../node_modules/policyc/schemas/policy.schema.json",
        ],
        [
          "policies/small-shop-ltd/chapters/data.yaml",
          "# yaml-language-server: $schema=../../../node_modules/policyc/schemas/chapter.schema.json",
        ],
        [
          "policies/small-shop-ltd/chapters/sharing.yaml",
          "# yaml-language-server: $schema=../../../node_modules/policyc/schemas/chapter.schema.json",
        ],
        [
          "policies/small-shop-ltd/chapters/rights.yaml",
          "# yaml-language-server: $schema=../../../node_modules/policyc/schemas/chapter.schema.json",
        ],
        [
          "policies/small-shop-ltd/chapters/changes.yaml",
          "# yaml-language-server: $schema=../../../node_modules/policyc/schemas/chapter.schema.json",
        ],
        [
          "policies/small-shop-ltd/locales/zh-CN/policy.yaml",
          "# yaml-language-server: $schema=../../../../node_modules/policyc/schemas/locale.schema.json",
        ],
        [
          "policies/small-shop-ltd/locales/zh-CN/data.yaml",
          "# yaml-language-server: $schema=../../../../node_modules/policyc/schemas/locale.schema.json",
        ],
        [
          "policies/small-shop-ltd/locales/zh-CN/sharing.yaml",
          "# yaml-language-server: $schema=../../../../node_modules/policyc/schemas/locale.schema.json",
        ],
        [
          "policies/small-shop-ltd/locales/zh-CN/rights.yaml",
          "# yaml-language-server: $schema=../../../../node_modules/policyc/schemas/locale.schema.json",
        ],
        [
          "policies/small-shop-ltd/locales/zh-CN/changes.yaml",
          "# yaml-language-server: $schema=../../../../node_modules/policyc/schemas/locale.schema.json",
        ],
      ]
    `);
  });

  it('are the same, byte for byte, every time', () => {
    expect([...newWorkspace({ ...answers, locales: ['en', 'zh-CN'] })]).toEqual([...files]);
  });
});
