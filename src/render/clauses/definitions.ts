import { webAddress } from '../address.ts';
import { factList } from '../nodes.ts';
import { untold } from '../told.ts';
import { dataNames, namedValue } from '../view.ts';
import {
  type ClauseTeller,
  namesInField,
  quote,
  say,
  sayList,
  sayParts,
  sayWord,
  sayWords,
} from './clause.ts';

export const tellScope: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  return factList([
    ...say(view, 'products', namesInField(view, 'scope.product', id, 'products')),
    ...sayWords(view, 'whereUsed', words.appChannels, rows.ids('scope.channel', id)),
    ...(rows.flag('scope', [id], 'inherits') ? say(view, 'inherited', words.inherits) : []),
    ...quote(view, 'processor', id, 'processor'),
    ...quote(view, 'excludes', id, 'excludes'),
    ...sayList(view, 'separate', 'scope.separate', id),
  ]);
};

export const tellDefinition: ClauseTeller = (view, id) => {
  const { rows, words } = view;
  const age = rows.value('definition', [id], 'age');
  const source = rows.value('definition', [id], 'source');
  const bound = rows.flag('definition', [id], 'inclusive') ? words.ageUpTo : words.ageUnder;
  return factList([
    ...say(view, 'aliases', namesInField(view, 'definition.alias', id, 'aliases')),
    ...say(view, 'includes', dataNames(view, untold(view, id, 'data', rows.ids('definition.data', id)))),
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
    ...say(view, 'version', namedValue(view, 'document', id, 'version')),
    ...sayList(view, 'belongsTo', 'document.clause', id),
    ...say(view, 'checksum', value('digest')),
  ]);
};
