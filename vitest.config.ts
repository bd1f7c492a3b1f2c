import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import { sourceAsTested } from './build/tested.mjs';
import { optimisedLater } from './test/optimised-later.ts';
import { ProgramsFirst } from './test/order.ts';

/** How all tests run, whichever they are. */
export const tests = defineConfig({
  plugins: [sourceAsTested(import.meta.dirname)],
  test: {
    server: { deps: { external: [/[\\/]\.tested[\\/]/] } },
    globalSetup: ['test/built.ts'],
    // Tests import what was made of the source, so that Vitest would wait for no file of it while it watches.
    forceRerunTriggers: [...configDefaults.forceRerunTriggers, '**/src/**/*.ts'],
    setupFiles: ['test/setup.ts'],
    // What a file imports is loaded once a worker, not once a file: that was half of what the suite cost. No test
    // replaces a module or leaves anything behind in one.
    isolate: false,
    // A test file waits for git and for itself only: one for every processor, where the default leaves one idle.
    maxWorkers: availableParallelism(),
    // What a test makes is gone when it ends: with more room for what is young a tenth of the time goes, that of looking at it.
    execArgv: ['--min-semi-space-size=32', '--max-semi-space-size=64', ...optimisedLater],
    // Nothing here is a timed test: a limit only ends what hangs, on the slowest machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default mergeConfig(
  tests,
  defineConfig({
    test: {
      include: ['test/**/*.test.ts'],
      sequence: { sequencer: ProgramsFirst },
      // Where tests write; what the other sets install would be too much for memory.
      globalSetup: ['test/scratch.ts'],
      // A browser, and the programs of others, which take minutes: npm run browser, npm run places.
      exclude: ['test/browser/**', 'test/places/**'],
    },
  }),
);
