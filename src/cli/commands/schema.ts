import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cannot } from '../../base/failure.ts';
import { nearest } from '../../base/nearest.ts';
import type { Define } from '../command.ts';
import { exit, type World } from '../world.ts';

export const define: Define = (command, world, done) => {
  command.argument('[name]', 'the schema (default: list them)').action((name) => done(schema(name, world)));
};

/** `policyc schema NAME`: a JSON Schema, of what users write or of what policyc puts out. */
function schema(name: string | undefined, world: World): number {
  const folder = join(world.packageRoot, 'schemas');
  const names = readdirSync(folder).flatMap((file) =>
    file.endsWith('.schema.json') ? [file.slice(0, -'.schema.json'.length)] : [],
  );
  if (name === undefined) {
    world.out(`${names.sort().join('\n')}\n`);
    return exit.fine;
  }
  if (!names.includes(name)) {
    throw cannot('schema-unknown', { name, known: names.sort(), nearest: nearest(name, names) });
  }
  world.out(readFileSync(join(folder, `${name}.schema.json`), 'utf8'));
  return exit.fine;
}
