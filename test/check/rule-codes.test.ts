import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Rules are in tables by their code, one a file, which are put together: of a code in two of them, one would be lost. */
it('has each code in one table', async () => {
  const folder = join(import.meta.dirname, '../../src/check');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const codes: string[] = [];
  for (const name of files) {
    const module: Record<string, unknown> = await import(join(folder, name));
    for (const [exported, table] of Object.entries(module))
      if (exported.endsWith('Rules')) codes.push(...Object.keys(table as object));
  }
  expect(codes.length).toBeGreaterThan(60);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});
