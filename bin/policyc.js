#!/usr/bin/env node
import module from 'node:module';
import v8 from 'node:v8';

// A run takes a fraction of a second, and V8 spends up to a third of it on optimising code that ends soon. Long runs
// are still optimised. Measured in docs/decisions/0002-bundle.md. Only V8 versions listed here get the flags, since
// others may not have them.
const counts = ['turbofan=30000', 'osr=8000', 'maglev=4000', 'maglev-osr=1000'];
const byCount = counts.map((count) => `--invocation-count-for-${count}`);
const flags = {
  11: ['--interrupt-budget=500000'],
  12: byCount,
  13: byCount,
  14: byCount,
};
for (const flag of flags[process.versions.v8.split('.', 1)] ?? []) v8.setFlagsFromString(flag);
// Node 22.8 and later cache compiled code between runs. In CI no cache survives, so writing one would only cost time.
if (!process.env.CI) module.enableCompileCache?.();
try {
  const { main, processWorld, tellFailure } = await import('../dist/cli.js');
  const world = processWorld();
  process.on('uncaughtException', (error) => process.exit(tellFailure(error, [], world)));
  process.exitCode = await world.settle(await main(process.argv.slice(2), world));
} catch (error) {
  // A program that cannot be loaded has found nothing: it must not exit with 1, as Node would.
  process.stderr.write(
    `policyc: the program cannot start: ${error.message}\n  Check that every file of the package is there and may be opened, or install it anew.\n`,
  );
  process.exitCode = 2;
}
