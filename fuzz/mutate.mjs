// Ways to spoil a file: a few bytes, a piece of its structure, or one hostile piece many times over.

const pieces = [
  '> ', '- ', '1. ', '*a ', '**_', '*a_ ', '[', '![', '[a](', ':ref[', ':data[x]', ':ref[a]{', '`', '<a ', '<!--', '&a', '\\',
  '# ', '|a', 'a.', 'a@', '以下', '\t', ' ', '\n', '\r\n', '\u00a0', '。', ':', ': ', ',', ';', '"', "'", '{', '}', ']', '&a ', '*a ',
  '<p>', '<i a=1>', '<p><i a=1>x</p>', '<b><p>', '<table><td>', '<ul><li>', '</p>', '<div>', '<svg><a>', '<template>', '<!--', '<script>',
  '!!str ', '---\n', '+++\n', '? ', '<<: ', '%', '@', '0', '9', 'http://a', 'P1Y', 'not ', 'T1H', '\u202e', '\ud800', '\ufeff', '\0', '😀', 'é',
]; // biome-ignore format: one table
const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'null',
  '~',
  '-1',
  '1e999',
  '',
  ' ',
  '../../a',
  'a'.repeat(300),
];
const values = [
  null,
  true,
  false,
  0,
  -1,
  1e21,
  0.1,
  '',
  'a',
  '\ud800',
  [],
  {},
  [[]],
  ['a', 'a'],
  { a: 1 },
  '2021-02-30',
  '9999-12-31',
  ...names,
];

/** One of many ways, on the text of a file; some give bytes that are no text. */
export function spoil(text, random, isJson) {
  const { below, among } = random;
  let spoilt = text;
  const ways = isJson
    ? [json, json, json, cut, bytes, insert]
    : [insert, insert, repeat, lines, cut, swap, bytes, value];
  for (let count = 1 + below(3); count > 0 && typeof spoilt === 'string'; count--)
    spoilt = among(ways)(spoilt, random);
  return spoilt;
}

function insert(text, { below, among }) {
  const at = below(text.length + 1);
  return text.slice(0, at) + among([...pieces, ...names]) + text.slice(at + below(8));
}

function repeat(text, { below, among }) {
  const piece = among(pieces).repeat(1 + below(2)) + (below(3) === 0 ? among(pieces) : '');
  const times = among([60, 500, 1500, 6000, 20000]);
  const at = below(text.length + 1);
  return text.slice(0, at) + piece.repeat(times) + among(['', 'x', '!z', '\n']) + text.slice(at);
}

function lines(text, { below }) {
  const all = text.split('\n');
  const from = below(all.length);
  const some = all.slice(from, from + 1 + below(5));
  const to = below(all.length + 1);
  const copies = below(4) === 0 ? 1000 : 1;
  return [...all.slice(0, to), ...Array.from({ length: copies }, () => some).flat(), ...all.slice(to)].join(
    '\n',
  );
}

function cut(text, { below }) {
  const at = below(text.length + 1);
  return text.slice(0, at) + text.slice(at + below(text.length - at + 1));
}

function swap(text, { below }) {
  const words = text.split(/(\s+)/);
  const [a, b] = [below(words.length), below(words.length)];
  [words[a], words[b]] = [words[b], words[a]];
  return words.join('');
}

/** What stands behind a key, replaced. */
function value(text, { among }) {
  const all = text.split('\n');
  const keyed = all.flatMap((line, index) => (/^[\s-]*[\w]+:/.test(line) ? [index] : []));
  if (keyed.length === 0) return text;
  const at = among(keyed);
  all[at] = all[at].replace(/:.*$/, () => `: ${JSON.stringify(among(values))}`);
  return all.join('\n');
}

function bytes(text, { below }) {
  const all = Buffer.from(text, 'utf8');
  for (let count = 1 + below(4); count > 0 && all.length > 0; count--) all[below(all.length)] = below(256);
  return all;
}

/** A value somewhere in a JSON file replaced, taken out, or given another name. */
function json(text, { below, among }) {
  let root;
  try {
    root = JSON.parse(text);
  } catch {
    return text;
  }
  const holders = [];
  const walk = (node) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      holders.push([node, key]);
      walk(node[key]);
    }
  };
  walk(root);
  if (holders.length === 0) return JSON.stringify(among(values));
  const [node, key] = among(holders);
  const way = below(5);
  if (way === 0) delete node[key];
  else if (way === 1)
    Object.defineProperty(node, among(names), { value: among(values), enumerable: true, configurable: true });
  else if (way === 2)
    return JSON.stringify(root).replace(JSON.stringify(node[key]), () => JSON.stringify(among(values)));
  else node[key] = among(values);
  return JSON.stringify(root);
}
