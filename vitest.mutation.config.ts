import { defineConfig } from 'vitest/config';

// The tests that `npm run mutation` asks whether they notice: those that need neither a process nor a browser.
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: [
      'test/{gate,judgement,knowledge,diff}/**/*.test.ts',
      'test/docs/{changes,floors}.test.ts',
      'test/properties/{laws,lineage}.test.ts',
    ],
    exclude: ['test/diff/documents-laws.test.ts'],
    setupFiles: ['test/setup.ts'],
    // Properties are here to notice, not to look for what nobody has seen.
    env: { LAW_RUNS: '4' },
    testTimeout: 300_000,
  },
});
