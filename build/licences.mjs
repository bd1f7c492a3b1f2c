// The licence texts of every package that ended up in a bundle: their licences ask that they travel with it.
import { readdir, readFile } from 'node:fs/promises';

export async function licencesOf(packages) {
  const texts = [];
  for (const { name, version, license, folder } of packages) {
    const file = (await readdir(folder)).find((entry) => /^(?:licen[cs]e|copyright)/i.test(entry));
    const text = file ? (await readFile(`${folder}/${file}`, 'utf8')).trim() : `Licence: ${license}`;
    texts.push(`${name} ${version} (${license})\n\n${text}\n`);
  }
  return `policyc is distributed with these packages inside.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
