import { webAddress } from '../address.ts';
import { factList } from '../nodes.ts';
import { dataNames } from '../view.ts';
import { listWords } from '../words.ts';
import { type ClauseTeller, partsIn, quote, say, sayParts, sayWord, sayWords } from './clause.ts';

export const tellScope: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  return factList([
    ...say(view, 'products', listWords(words, rows.ids('scope.product', id))),
    ...sayWords(view, 'whereUsed', words.appChannels, rows.ids('scope.channel', id)),
    ...(rows.flag('scope', [id], 'inherits') ? say(view, 'inherited', words.inherits) : []),
    ...quote(view, 'excludes', id, 'excludes'),
    ...sayParts(view, 'separate', partsIn(view, 'scope.separate', id)),
  ]);
};

export const tellDefinition: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  const age = rows.value('definition', [id], 'age');
  const source = rows.value('definition', [id], 'source');
  const bound = rows.flag('definition', [id], 'inclusive') ? words.ageUpTo : words.ageUnder;
  return factList([
    ...say(view, 'aliases', listWords(words, rows.ids('definition.alias', id))),
    ...say(view, 'includes', dataNames(view, rows.ids('definition.data', id))),
    ...(age === '' ? [] : say(view, 'age', bound(Number(age)))),
    ...(source === '' ? [] : sayParts(view, 'defined', [source])),
  ]);
};

export const tellDocument: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  const value = (name: string): string => rows.value('document', [id], name);
  return factList([
    ...sayWord(view, 'status', words.roles, value('role')),
    ...say(view, 'where', webAddress(value('url'))),
    ...say(view, 'version', value('version')),
    ...sayParts(view, 'belongsTo', partsIn(view, 'document.clause', id)),
    ...say(view, 'checksum', value('digest')),
  ]);
};
