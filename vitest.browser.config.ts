import { defineConfig, mergeConfig } from 'vitest/config';
import { tests } from './vitest.config.ts';

// What pages do in a browser: `npm run browser`. It needs Chromium, which the tests that run on every change do without.
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default mergeConfig(tests, defineConfig({ test: { include: ['test/browser/**/*.test.ts'] } }));
