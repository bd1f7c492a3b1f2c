// The licence texts of every package that ended up in a bundle: their licences ask that they travel with it.
import { readdir, readFile } from 'node:fs/promises';

/** Each package with its notice of copyright, and below those that say the same, whatever the lines and quotes, what they say. */
export async function licencesOf(packages) {
  const groups = new Map();
  for (const { name, version, license, folder } of packages) {
    const file = (await readdir(folder)).find((entry) => /^(?:licen[cs]e|copyright)/i.test(entry));
    const text = file ? (await readFile(`${folder}/${file}`, 'utf8')).trim() : `Licence: ${license}`;
    const at = Math.max(0, text.search(/^Permission (?:is hereby granted|to use, copy, modify)/m));
    const said = text.slice(at);
    const key = said.replace(/[\s"'“”‘’]+/g, ' ');
    const group = groups.get(key) ?? { notices: [], said };
    group.notices.push(`${name} ${version} (${license})\n\n${text.slice(0, at)}`.trim());
    groups.set(key, group);
  }
  const texts = [...groups.values()].map(({ notices, said }) => `${[...notices, said].join('\n\n')}\n`);
  return `policyc is distributed with these packages inside.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
