import { contactAddress } from '../address.ts';
import { fact, factList, type Inline, paragraph } from '../nodes.ts';
import { partLink, titleText } from '../resolve.ts';
import { areTold, untold } from '../told.ts';
import { listed, namedValue, type View } from '../view.ts';
import {
  type ClauseTeller,
  periodOf,
  quote,
  say,
  sayEach,
  sayParts,
  sayPeriod,
  sayWord,
  sayWords,
} from './clause.ts';

export const tellRight: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  return factList([
    ...sayEach(view, 'right', words.rights, [
      rows.value('right', [id], 'right'),
      ...rows.ids('right.also', id),
    ]),
    ...quote(view, 'how', id, 'method'),
    ...say(view, 'channels', contacts(view, untold(view, id, 'contact', rows.ids('right.channel', id)))),
    ...sayPeriod(view, 'answer', id, periodOf(view, 'right', id, 'answerWithin')),
    ...sayWord(view, 'cost', words.fees, rows.value('right', [id], 'fee')),
    ...quote(view, 'verification', id, 'verification'),
    ...sayWords(view, 'grounds', words.grounds, rows.ids('right.ground', id)),
    ...quote(view, 'limits', id, 'limits'),
  ]);
};

export const tellMinors: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  const age = Number(rows.value('minors', [id], 'age'));
  const inclusive = rows.flag('minors', [id], 'inclusive');
  const rules = rows.value('minors', [id], 'rules');
  const contact = rows.value('minors', [id], 'contact');
  return factList([
    ...say(view, 'applies', inclusive ? words.agesUpTo(age) : words.agesUnder(age)),
    ...(rows.flag('minors', [id], 'guardianConsent') ? say(view, 'guardian', words.guardianConsent) : []),
    ...(rules === '' ? [] : sayParts(view, 'rules', untold(view, id, 'ref', [rules]))),
    ...(contact === ''
      ? []
      : say(view, 'guardianContact', contacts(view, untold(view, id, 'contact', [contact])))),
  ]);
};

export const tellContact: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  const channel = rows.value('contact', [id], 'channel');
  const name = (words.contactChannels as Readonly<Record<string, string>>)[channel] ?? channel;
  return factList([
    ...sayWords(view, 'topics', words.topics, rows.ids('contact.topic', id)),
    ...(areTold(view, id, 'contact', [id])
      ? []
      : [fact('address', name, paragraph(contactAddress(view, id)))]),
    ...say(view, 'department', namedValue(view, 'contact', id, 'department')),
    ...sayPeriod(view, 'answer', id, periodOf(view, 'contact', id, 'answerWithin')),
  ]);
};

/** Contacts with name and address, so that nobody has to look them up. */
function contacts(view: View, ids: readonly string[]): Inline {
  const { words } = view;
  return listed(
    view,
    ids.map((id) => {
      const name = titleText(view, id);
      const address = contactAddress(view, id);
      return name === '' ? address : [partLink(view, id, name), words.open, address, words.close];
    }),
  );
}
