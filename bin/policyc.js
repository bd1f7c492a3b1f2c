#!/usr/bin/env node
import module from 'node:module';
import v8 from 'node:v8';

// A run takes a fraction of a second: V8 as of Node 20 spends a third of it on optimising code that is about to end.
// Long runs are still optimised. Measured in docs/decisions/0002-bundle.md; later versions know no such flag.
if (process.versions.v8.startsWith('11.')) v8.setFlagsFromString('--interrupt-budget=500000');
// Node 22.8 and later keep compiled code between runs; where nothing is kept, as in CI, that would only cost time.
if (!process.env.CI) module.enableCompileCache?.();
const { main, processWorld } = await import('../dist/cli.js');
const world = processWorld();
process.exitCode = await world.settle(await main(process.argv.slice(2), world));
