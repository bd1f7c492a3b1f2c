import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    // Nothing here is a timed test: a limit only ends what hangs, on the slowest machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
});
