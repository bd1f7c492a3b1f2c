import { factList } from '../nodes.ts';
import { unlessSaid, untold } from '../told.ts';
import { dataNames, namedValue } from '../view.ts';
import { capitalise, periodWords } from '../words.ts';
import { type ClauseTeller, quote, say, sayPeriod, sayPurposes, sayWord } from './clause.ts';
import { listedEntries, sayObjection } from './register.ts';

export const tellTechnology: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  const necessity = rows.value('technology', [id], 'necessary');
  const lifetime = rows.value('technology', [id], 'lifetime');
  return [
    ...listedEntries(view, 'technology.listed', id),
    ...factList([
      ...sayWord(view, 'type', words.technologies, rows.value('technology', [id], 'type')),
      ...say(view, 'provider', unlessSaid(view, id, namedValue(view, 'technology', id, 'provider'))),
      ...say(view, 'formerName', namedValue(view, 'technology', id, 'formerName')),
      ...say(view, 'data', dataNames(view, untold(view, id, 'data', rows.ids('technology.data', id)))),
      ...sayPurposes(view, 'technology.purpose', id),
      ...sayPeriod(
        view,
        'lifetime',
        id,
        capitalise(lifetime === 'session' ? words.session : periodWords(words, lifetime)),
      ),
      ...say(
        view,
        'necessary',
        necessity === '' ? '' : necessity === 'true' ? words.necessary : words.optional,
      ),
      ...quote(view, 'optOut', id, 'optOut'),
      ...sayObjection(view, 'technology', id),
    ]),
  ];
};
