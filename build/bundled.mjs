// The packages that ended up in a bundle, and the bill that lists them: `npm sbom` sees none of them, since they are
// no dependencies of the package.
import { readFile } from 'node:fs/promises';

/** Those that files were taken from, each once, by name and version, with its folder. */
export async function packagesIn(root, inputs) {
  const folders = new Set();
  for (const input of inputs) {
    // What a plugin of the build read has the name of its namespace before it.
    const folder = /^(?:[\w-]+:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
    if (folder) folders.add(folder);
  }
  const found = await Promise.all(
    [...folders].map(async (path) => {
      const folder = `${root}/${path}`;
      const { name, version, license, repository } = JSON.parse(
        await readFile(`${folder}/package.json`, 'utf8'),
      );
      return { name, version, license, repository, folder };
    }),
  );
  const key = ({ name, version }) => `${name}@${version}`;
  return [...new Map(found.map((one) => [key(one), one])).values()].sort((a, b) =>
    key(a) < key(b) ? -1 : 1,
  );
}

/** A CycloneDX 1.6 bill of materials. Same packages, same bytes: it bears neither a date nor a number of its own. */
export async function billOf(root, packages) {
  const { name, version, license, description } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));
  const component = (type, one) => ({
    type,
    'bom-ref': purl(one),
    name: one.name,
    version: one.version,
    licenses: [
      /^[\w.-]+$/.test(one.license) ? { license: { id: one.license } } : { expression: one.license },
    ],
    purl: purl(one),
  });
  const own = { name, version, license };
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { ...component('application', own), description } },
    components: packages.map((one) => component('library', one)),
    dependencies: [
      { ref: purl(own), dependsOn: packages.map(purl) },
      ...packages.map((one) => ({ ref: purl(one) })),
    ],
  };
  return `${JSON.stringify(bill)}\n`;
}

function purl({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
