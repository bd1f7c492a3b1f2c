// Writes those JSON Schemas that follow from the tables of kinds; a test fails while they differ.
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

/** Returns the paths written, below the root. */
export async function writeSchemas(root) {
  const { outputFiles } = await build({
    entryPoints: [`${root}/src/model/schemas.ts`],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    logLevel: 'warning',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { schemasOfKinds } = await import(`data:text/javascript;base64,${code}`);
  const paths = Object.keys(schemasOfKinds()).map((name) => `schemas/${name}.schema.json`);
  await Promise.all(
    Object.values(schemasOfKinds()).map((schema, index) =>
      writeFile(`${root}/${paths[index]}`, JSON.stringify(schema)),
    ),
  );
  const biome = spawnSync('npx', ['biome', 'format', '--write', ...paths], { cwd: root, stdio: 'inherit' });
  if (biome.status !== 0) throw new Error('biome could not format the schemas');
  return paths;
}
