import { factList } from '../nodes.ts';
import { untold } from '../told.ts';
import { dataNames, purposeNames, type View } from '../view.ts';
import { capitalise, periodWords, wordFor } from '../words.ts';
import { type ClauseTeller, quote, say, sayCountries, sayList, sayPeriod, sayWord } from './clause.ts';

export const tellRetention: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  return factList([
    ...(rows.flag('retention', [id], 'default') ? say(view, 'defaultRetention', words.allOtherData) : []),
    ...say(view, 'data', dataNames(view, untold(view, id, 'data', rows.ids('retention.data', id)))),
    ...sayList(view, 'functions', 'retention.function', id),
    ...say(view, 'purposes', purposeNames(view, rows.ids('retention.purpose', id))),
    ...sayPeriod(view, 'period', id, retentionPeriod(view, id)),
    ...quote(view, 'period', id, 'criterion'),
    ...sayWord(view, 'expiry', words.expiries, rows.value('retention', [id], 'expiry')),
    ...sayCountries(view, 'place', 'retention.country', id),
  ]);
};

/** `6 months after your account is closed`; empty when no period is stated. */
export function retentionPeriod(view: View, id: string): string {
  const period = view.rows.value('retention', [id], 'period');
  const start = view.rows.value('retention', [id], 'start');
  if (period === '') return '';
  const told = capitalise(periodWords(view.words, period));
  return start === '' ? told : capitalise(view.words.periodFrom(told, wordFor(view.words.starts, start)));
}
