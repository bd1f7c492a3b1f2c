import type { Table } from './table.ts';
import { zhFacts } from './zh-facts.ts';
import { zhPage } from './zh-page.ts';

/** Simplified Chinese, as it is written on the mainland. */
export const chinese: Table = {
  ownName: '简体中文',
  date: '{year}年{month}月{day}日',
  firstDay: '1',
  months: {
    1: '1',
    2: '2',
    3: '3',
    4: '4',
    5: '5',
    6: '6',
    7: '7',
    8: '8',
    9: '9',
    10: '10',
    11: '11',
    12: '12',
  },
  units: {
    year: '{count}年',
    month: '{count}个月',
    week: '{count}周',
    day: '{count}日',
    hour: '{count}小时',
    minute: '{count}分钟',
    second: '{count}秒',
  },
  workingDays: '{count}个工作日',
  listSeparator: '、',
  clauseSeparator: '，',
  listEnd: '、',
  listAlternative: '或',
  colon: '：',
  fullStop: '。',
  titleGap: ' · ',
  sentenceGap: '',
  open: '（',
  close: '）',
  ...zhFacts,
  ...zhPage,
};
