import { type Fact, factList } from '../nodes.ts';
import { untold } from '../told.ts';
import { dataNames, type View } from '../view.ts';
import { capitalise, periodWords, wordFor } from '../words.ts';
import {
  type ClauseTeller,
  quote,
  say,
  sayCountries,
  sayList,
  sayPeriod,
  sayPurposes,
  sayWord,
} from './clause.ts';

export const tellRetention: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  return factList([
    ...(rows.flag('retention', [id], 'default') ? say(view, 'defaultRetention', words.allOtherData) : []),
    ...say(view, 'data', dataNames(view, untold(view, id, 'data', rows.ids('retention.data', id)))),
    ...sayList(view, 'functions', 'retention.function', id),
    ...sayPurposes(view, 'retention.purpose', id),
    ...sayHowLong(view, id),
    ...sayLeast(view, id),
    ...sayWord(view, 'expiry', words.expiries, rows.value('retention', [id], 'expiry')),
    ...sayCountries(view, 'place', 'retention.country', id),
  ]);
};

/** The period, and the rule that settles how long, under one label. */
function sayHowLong(view: View, id: string): Fact[] {
  const [time] = sayPeriod(view, 'period', id, retentionPeriod(view, id));
  const [rule] = quote(view, 'period', id, 'criterion');
  if (time && rule) return [{ ...rule, children: [...time.children, ...rule.children] }];
  return [time ?? rule ?? []].flat();
}

/** The minimum time, unless it is the only period that the clause states and the text of the clause already gives it. */
function sayLeast(view: View, id: string): Fact[] {
  const value = (name: string): string => view.rows.value('retention', [id], name);
  const least = capitalise(periodWords(view.words, value('atLeast')));
  return value('period') === '' ? sayPeriod(view, 'atLeast', id, least) : say(view, 'atLeast', least);
}

/** `6 months after your account is closed`; empty when no period is stated. */
function retentionPeriod(view: View, id: string): string {
  const period = view.rows.value('retention', [id], 'period');
  const start = view.rows.value('retention', [id], 'start');
  if (period === '') return '';
  const told = capitalise(periodWords(view.words, period));
  return start === '' ? told : capitalise(view.words.periodFrom(told, wordFor(view.words.starts, start)));
}
