import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** A check of a value against one of the published schemas: what is wrong with it, in Ajv's words. */
export function ajvFor(name: string): (value: unknown) => string[] {
  const file = join(import.meta.dirname, `../../schemas/${name}.schema.json`);
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  return (value) =>
    validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
