#!/usr/bin/env node
import module from 'node:module';
import v8 from 'node:v8';

// A run takes a fraction of a second: let V8 wait longer before it optimises code that is about to end. Measured in
// docs/decisions/0002-bundle.md; long runs are still optimised.
v8.setFlagsFromString('--interrupt-budget=500000');
// Node 22.8 and later keep compiled code between runs; where nothing is kept, as in CI, that would only cost time.
if (!process.env.CI) module.enableCompileCache?.();
const { main, processWorld } = await import('../dist/cli.js');
process.exitCode = await main(process.argv.slice(2), processWorld());
