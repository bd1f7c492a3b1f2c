import type { Names } from '../finder.ts';
import type { ByLanguage } from '../readable.ts';

/** A common word is the reader's data where the text says so. */
export const yours: ByLanguage<Names> = {
  en: [
    ['your name', 'identity.real_name'],
    ['your location', 'location'],
    ['your age', 'identity.age'],
  ],
  zh: ['您的', '你的'].flatMap((your) => [
    [`${your}姓名`, 'identity.real_name'] as const,
    [`${your}位置`, 'location'] as const,
    [`${your}年龄`, 'identity.age'] as const,
  ]),
};

/** Words for a group of purposes, of which no single purpose has them all. */
export const groupsOfPurposes: ByLanguage<Names> = {
  en: [
    ...['marketing', 'advertising', 'advertisement', 'ads', 'promotional purposes'].map(
      (name) => [name, 'marketing'] as const,
    ),
    ...['analytics', 'statistics'].map((name) => [name, 'analytics'] as const),
  ],
  zh: [...['营销', '广告', '推广'].map((name) => [name, 'marketing'] as const), ['统计', 'analytics']],
};

/** Names that are common words, or names of something else as often. */
export const ambiguous: ReadonlySet<string> = new Set(
  'name, names, address, location, content, contents, device, account, age, contact, orders, order, usage, history, messages, message, settings, account settings, user profile, user profiles, video, videos, georgia, jordan, chad, mali, jersey, guernsey, togo, niger, cuba, 内容, 设备, 位置, 年龄, 账户, 账号, 联系方式, 姓名'.split(
    ', ',
  ),
);
