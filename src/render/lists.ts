import type { Row } from '../model/policy.ts';
import { contactAddress } from './address.ts';
import { periodOf } from './clauses/clause.ts';
import { dataCell, neededCell, sourceCell } from './clauses/function.ts';
import { retentionPeriod } from './clauses/retention.ts';
import { contacts } from './clauses/rights.ts';
import { type Block, type Grid, grid, heading, type Inline, paragraph, part } from './nodes.ts';
import { partLink, prosePhrase, titleText } from './resolve.ts';
import { dataNames, permissionLabel, purposeNames, sentences, type View } from './view.ts';
import { capitalise, countryName, listWords, wordFor } from './words.ts';

/** Anchors of what is generated from a whole policy. No id of a clause holds an underscore. */
export const overviewId = 'at_a_glance';

/** Tables drawn from all clauses: what is collected, who receives it, how long it is kept, rights, permissions, contacts. */
export function overviews(view: View): Block[] {
  const lists: readonly (readonly [keyof View['words']['lists'], readonly Grid[]])[] = [
    ['collected', collectedList(view)],
    ['permissions', permissionList(view)],
    ['shared', sharedList(view)],
    ['retention', retentionList(view)],
    ['rights', rightList(view)],
    ['contacts', contactList(view)],
  ];
  const shown = lists.flatMap(([name, table]) =>
    table.length === 0
      ? []
      : [part(`${overviewId}_${name}`, 'overview', [heading(3, view.words.lists[name]), ...table])],
  );
  if (shown.length === 0) return [];
  const intro = [heading(2, view.words.overviews), paragraph(view.words.overviewNote)];
  return [part(overviewId, 'chapter', [...intro, ...shown])];
}

function collectedList(view: View): Grid[] {
  const { rows, words } = view;
  const byData = [...rows.all('function.data')].sort(
    (a, b) => compare(a.key[1], b.key[1]) || inReadingOrder(view, a, b),
  );
  return grid(
    words.lists.collected,
    [
      words.labels.data,
      words.labels.function,
      words.labels.purposes,
      words.labels.source,
      words.labels.needed,
    ],
    byData.map((row) => {
      const id = row.key[0] ?? '';
      const tier = wordFor(words.tiers, rows.value('function', [id], 'tier'));
      return [
        dataCell(view, row),
        [partLink(view, id), tier === '' ? '' : [words.open, tier.toLowerCase(), words.close]],
        purposeNames(view, rows.ids('function.data.purpose', ...row.key)),
        sourceCell(view, row),
        neededCell(view, row),
      ];
    }),
  );
}

function permissionList(view: View): Grid[] {
  const { rows, words } = view;
  const byPermission = [...rows.all('function.permission')].sort(
    (a, b) => compare(a.key[1], b.key[1]) || inReadingOrder(view, a, b),
  );
  return grid(
    words.lists.permissions,
    [words.labels.permission, words.labels.function, words.labels.trigger],
    byPermission.map((row) => {
      const [id = '', permission = ''] = row.key;
      const trigger = prosePhrase(view, id, 'permissions', permission, 'trigger');
      return [capitalise(permissionLabel(view, permission)), partLink(view, id), capitalPhrase(trigger)];
    }),
  );
}

function sharedList(view: View): Grid[] {
  const { rows, words } = view;
  return grid(
    words.lists.shared,
    [
      words.labels.recipient,
      words.labels.data,
      words.labels.purposes,
      words.labels.countries,
      words.labels.form,
    ],
    clausesOf(view, 'recipient').map((id) => [
      partLink(view, id),
      dataNames(view, withListed(view, 'data', id)),
      purposeNames(view, withListed(view, 'purpose', id)),
      listWords(
        words,
        withListed(view, 'country', id).map((code) => countryName(words, code)),
      ),
      wordFor(words.forms, rows.value('recipient', [id], 'form')),
    ]),
  );
}

/** What a recipient gets, why or where, and what those on its list do. */
function withListed({ rows }: View, what: 'data' | 'purpose' | 'country', id: string): string[] {
  const listed = rows.all(`recipient.listed.${what}`, id).map(({ key }) => key.at(-1) ?? '');
  return [...new Set([...rows.ids(`recipient.${what}`, id), ...listed])];
}

function retentionList(view: View): Grid[] {
  const { rows, words } = view;
  return grid(
    words.lists.retention,
    [words.labels.covered, words.labels.period, words.labels.expiry, words.labels.place],
    clausesOf(view, 'retention').map((id) => [
      partLink(view, id),
      sentences(view, retentionPeriod(view, id), prosePhrase(view, id, 'criterion')),
      wordFor(words.expiries, rows.value('retention', [id], 'expiry')),
      listWords(
        words,
        rows.ids('retention.country', id).map((code) => countryName(words, code)),
      ),
    ]),
  );
}

function rightList(view: View): Grid[] {
  const { rows, words } = view;
  return grid(
    words.lists.rights,
    [words.labels.right, words.labels.section, words.labels.channels, words.labels.answer],
    clausesOf(view, 'right').map((id) => [
      capitalise(wordFor(words.rights, rows.value('right', [id], 'right'))),
      partLink(view, id),
      contacts(view, rows.ids('right.channel', id)),
      periodOf(view, 'right', id, 'answerWithin'),
    ]),
  );
}

function contactList(view: View): Grid[] {
  const { rows, words } = view;
  return grid(
    words.lists.contacts,
    [words.labels.contact, words.labels.topics, words.labels.address, words.labels.answer],
    clausesOf(view, 'contact').map((id) => [
      partLink(view, id, titleText(view, id)),
      capitalise(
        listWords(
          words,
          rows.ids('contact.topic', id).map((topic) => wordFor(words.topics, topic)),
        ),
      ),
      contactAddress(view, id),
      periodOf(view, 'contact', id, 'answerWithin'),
    ]),
  );
}

function clausesOf({ rows }: View, kind: string): string[] {
  return rows.chapters.flatMap(({ clauses }) =>
    clauses.flatMap((clause) => (clause.kind === kind ? [clause.id] : [])),
  );
}

function inReadingOrder(view: View, a: Row, b: Row): number {
  const order = [...view.kinds.keys()];
  return order.indexOf(a.key[0] ?? '') - order.indexOf(b.key[0] ?? '');
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function capitalPhrase(phrase: ReturnType<typeof prosePhrase>): Inline {
  const [first, ...rest] = phrase;
  return first?.type === 'text' ? [capitalise(first.value), rest] : phrase;
}
