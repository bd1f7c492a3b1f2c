// The licence texts of every package that ended up in a bundle: their licences ask that they travel with it.
import { readdir, readFile } from 'node:fs/promises';

export async function licencesOf(root, metafile) {
  const packages = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const match = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) packages.add(match[1]);
  }
  const texts = [];
  for (const name of [...packages].sort()) {
    const folder = `${root}/node_modules/${name}`;
    const { version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
    const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? (await readFile(`${folder}/${file}`, 'utf8')).trim() : `Licence: ${license}`;
    texts.push(`${name} ${version} (${license})\n\n${text}\n`);
  }
  return `policyc is distributed with these packages inside.\n\n${texts.join(`\n${'-'.repeat(72)}\n\n`)}`;
}
