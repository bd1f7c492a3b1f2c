// Makes the table of each language from rows in which all languages stand side by side, so that a text is one place to
// edit, and a command still parses no language but its own. English becomes code, whose literals tell the compiler what
// each text takes; the others are data.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { root } from './options.mjs';

/** In the order in which texts are listed for whoever translates them. */
export const files = ['language', 'labels', 'values', 'page', 'records'];

/** Throws where a row has other languages than the row `ownName`. */
export async function writeWords(root) {
  const texts = await Promise.all(files.map((name) => readFile(`${root}/src/words/${name}.yaml`, 'utf8')));
  const rows = Object.assign({}, ...texts.map((text) => parse(text)));
  const tags = Object.keys(rows.ownName);
  const folder = `${root}/src/words/made`;
  await mkdir(folder, { recursive: true });
  for (const tag of tags) {
    const table = JSON.stringify(tableOf(rows, tag, tags), undefined, 2);
    const code = `// Made of src/words/*.yaml by build/words.mjs. Do not edit.\nexport const english = ${table} as const;\n`;
    await writeFile(`${folder}/${tag}.${tag === 'en' ? 'ts' : 'json'}`, tag === 'en' ? code : table);
  }
}

function tableOf(rows, tag, tags, path = '') {
  return Object.fromEntries(
    Object.entries(rows).map(([name, row]) => {
      const here = `${path}${name}`;
      if (!isRow(row)) return [name, tableOf(row, tag, tags, `${here}.`)];
      const apart = tags
        .filter((one) => row[one] === undefined)
        .concat(Object.keys(row).filter((one) => !tags.includes(one)));
      if (apart.length > 0)
        throw new Error(`src/words: the row ${here} lacks, or has beside others: ${apart.join(', ')}`);
      return [name, tag === 'fr' ? setFrench(row.fr) : row[tag]];
    }),
  );
}

/** No line begins with a sign that French sets apart from the word before it. */
function setFrench(text) {
  if (typeof text === 'object')
    return Object.fromEntries(Object.entries(text).map(([form, one]) => [form, setFrench(one)]));
  return text.replace(/ (?=[:;?!»])|(?<=«) /g, '\u00a0');
}

/** A text in every language, or the forms that a number asks for; anything else is a table of rows. */
export function isRow({ en }) {
  return typeof en === 'string' || en?.other !== undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeWords(root);
