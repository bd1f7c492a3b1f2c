import type { Words } from './words.ts';
import { zhFacts } from './zh-facts.ts';
import { zhPage } from './zh-page.ts';

const units: Readonly<Record<string, string>> = {
  year: '年',
  month: '个月',
  week: '周',
  day: '日',
  hour: '小时',
  minute: '分钟',
  second: '秒',
};

export const zh: Words = {
  locale: 'zh-CN',
  countryColumn: 1,
  date: (year, month, day) => `${year}年${month}月${day}日`,
  amount: (count, unit) => `${count}${units[unit] ?? unit}`,
  workingDays: (count) => `${count}个工作日`,
  listSeparator: '、',
  clauseSeparator: '，',
  listEnd: '、',
  listAlternative: '或',
  colon: '：',
  fullStop: '。',
  /** Between a title and what narrows it down. */
  titleGap: ' · ',
  sentenceGap: '',
  open: '（',
  close: '）',
  ...zhFacts,
  ...zhPage,
};
