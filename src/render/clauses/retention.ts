import { factList } from '../nodes.ts';
import { dataNames, purposeNames, type View } from '../view.ts';
import { capitalise, periodWords, wordFor } from '../words.ts';
import { type ClauseTeller, partsIn, quote, say, sayCountries, sayParts, sayWord } from './clause.ts';

export const tellRetention: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  return factList([
    ...(rows.flag('retention', [id], 'default') ? say(view, 'defaultRetention', words.allOtherData) : []),
    ...say(view, 'data', dataNames(view, rows.ids('retention.data', id))),
    ...sayParts(view, 'functions', partsIn(view, 'retention.function', id)),
    ...say(view, 'purposes', purposeNames(view, rows.ids('retention.purpose', id))),
    ...say(view, 'period', retentionPeriod(view, id)),
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
  const told = periodWords(view.words, period);
  return start === '' ? told : capitalise(view.words.periodFrom(told, wordFor(view.words.starts, start)));
}
