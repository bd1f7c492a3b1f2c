import type { Row } from '../model/policy.ts';
import { finderOf } from './finder.ts';
import type { Facts } from './rule.ts';

/** Sorts of recipients, by the words for them; each is met by a recipient of that sort. */
export const sortsOfRecipients: readonly {
  readonly says: Readonly<Record<'en' | 'zh', string>>;
  readonly isMet: (facts: Facts, recipient: Row) => boolean;
}[] = [
  {
    says: {
      en: 'affiliate, affiliated company, affiliated companies, group company, group companies, subsidiary, subsidiaries, parent company, sister company',
      zh: '关联公司, 关联方, 集团公司, 子公司, 母公司',
    },
    isMet: (_, { values }) => values.category === 'affiliate',
  },
  {
    says: {
      en: 'advertiser, advertising partner, advertising network, ad network, advertising company, advertising companies, marketing partner',
      zh: '广告商, 广告主, 广告合作伙伴, 广告公司, 广告联盟',
    },
    isMet: (facts, { key, values }) =>
      values.crossContextAdvertising === true ||
      [
        ...facts.of('recipient.purpose', key[0] ?? ''),
        ...facts.of('recipient.listed.purpose', key[0] ?? ''),
      ].some((row) => row.key.at(-1)?.startsWith('marketing.') === true),
  },
  {
    says: {
      en: 'law enforcement, police, public authority, public authorities, government agency, government agencies, regulator, court',
      zh: '执法机关, 司法机关, 行政机关, 政府部门, 监管机构, 公安机关, 法院',
    },
    isMet: (_, { values }) =>
      values.form === 'provide' || values.category === 'authority' || values.category === 'court',
  },
  {
    says: {
      en: 'data broker, credit agency, credit agencies, credit bureau, credit reference agency',
      zh: '征信机构, 数据经纪商',
    },
    isMet: (_, { values }) => values.form === 'share' || values.form === 'transfer' || values.sale === true,
  },
];

/** Finds the words for sorts of recipients in the texts of a language. */
export const sortsNamedIn = Object.fromEntries(
  (['en', 'zh'] as const).map((language) => [
    language,
    finderOf(
      sortsOfRecipients.flatMap(({ says }, at) =>
        says[language].split(', ').map((name) => [name, String(at)] as const),
      ),
    ),
  ]),
);
