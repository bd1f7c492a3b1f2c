// `node build/language.mjs pt policies/some/words/pt.yaml`: puts the words that `policyc locale words` asked a policy for, and
// a translator wrote, into the rows of src/words, as the last language of each.
import { readFile, writeFile } from 'node:fs/promises';
import { isMap, parse, parseDocument } from 'yaml';
import { root } from './options.mjs';
import { files, isRow } from './words.mjs';

const [tag, file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Say the language and the file of words: node build/language.mjs pt words/pt.yaml');
  process.exit(2);
}
const { words = {} } = parse(await readFile(file, 'utf8'));
for (const name of files) {
  const path = `${root}/src/words/${name}.yaml`;
  const rows = parseDocument(await readFile(path, 'utf8'));
  fill(rows.contents, words);
  await writeFile(path, rows.toString({ lineWidth: 0 }));
}

/** What the file lacks stays away: the build says which row it is. */
function fill(table, texts) {
  for (const { key, value } of table.items) {
    const text = texts[key.value];
    if (text === undefined || !isMap(value)) continue;
    if (isRow(value.toJSON())) value.set(tag, text);
    else fill(value, text);
  }
}
