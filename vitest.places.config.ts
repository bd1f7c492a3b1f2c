import { defineConfig } from 'vitest/config';

// The places where policyc is used, with the programs of others: `npm run places`. It takes minutes, and npm needs its
// cache or a network, so that these are apart from the tests that run on every change.
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    include: ['test/places/**/*.test.ts'],
    globalSetup: ['test/built.ts', 'test/places/packed.ts'],
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
