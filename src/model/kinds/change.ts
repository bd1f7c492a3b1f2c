import { each, type Fields, needed, structure, text, value, watches } from '../fields.ts';
import { duration, id, oneOf, url } from '../forms.ts';
import { cited, common } from './any-clause.ts';

/** How changes of the policy are told, and which are material. */
export const changeFields = {
  ...common,
  page: value(url, 'Where every change is posted.'),
  archive: value(url, 'Where earlier versions can be read.'),
  prominent: each('change.channel', 'word', 'Channels used for material changes.', {
    form: oneOf('announcement', 'pop-up', 'e-mail', 'push', 'sms', 'in-app-message', 'page-banner', 'post'),
  }),
  leadTime: value(duration, 'The least time between publication and effect of a material change.'),
  days: value(oneOf('calendar', 'working'), 'How days are counted.', { default: 'calendar' }),
  material: each('change.entry', 'name', 'The list of material changes, as readers are promised it.', {
    item: 'An entry of the list.',
    by: 'id',
    fields: {
      id: needed(structure(id, "The entry's name; stable.")),
      words: needed(text('The words readers see.')),
      ...cited,
      watches: needed(watches('change.entry.watch', 'What this covers: any change of one of these facts.')),
    },
  }),
  promises: each('change.promise', 'name', 'What the company owes when something changes.', {
    item: 'A promise.',
    by: 'id',
    fields: {
      id: needed(structure(id, "The promise's name; stable.")),
      owes: needed(
        value(
          oneOf('notice', 'prominent-notice', 'express-consent'),
          "notice, a prominent notice, or the reader's express consent beforehand.",
        ),
      ),
      words: needed(text('The words readers see.')),
      ...cited,
      watches: needed(watches('change.promise.watch', 'What this covers: any change of one of these facts.')),
    },
  }),
} as const satisfies Fields;
