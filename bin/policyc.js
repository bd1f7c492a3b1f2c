#!/usr/bin/env node
import module from 'node:module';

// Node 22.8 and later keep compiled code between runs; where nothing is kept, as in CI, that would only cost time.
if (!process.env.CI) module.enableCompileCache?.();
const { main, processWorld } = await import('../dist/cli.js');
process.exitCode = await main(process.argv.slice(2), processWorld());
