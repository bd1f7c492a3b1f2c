// Writes everything that follows from something else, then leaves it to `git diff` and a reader: the schemas that the
// tables of kinds define, the pages made from tables, and what samples are known to give.
import { spawnSync } from 'node:child_process';
import { root } from './options.mjs';
import { writeSchemas } from './schemas.mjs';
import { writeWords } from './words.mjs';

const golden = [
  'test/docs',
  'test/check/samples.test.ts',
  'test/render/samples.test.ts',
  'test/properties/operators.test.ts',
  'test/diff/policies.test.ts',
  'test/diff/documents.test.ts',
  'test/cli/scenario.test.ts',
];

await writeWords(root);
await writeSchemas(root);
const chosen = process.argv.slice(2);
const { status } = spawnSync('npx', ['vitest', 'run', ...(chosen.length > 0 ? chosen : golden)], {
  cwd: root,
  env: { ...process.env, UPDATE: '1' },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
