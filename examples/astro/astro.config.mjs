import { defineConfig } from 'astro/config';
import { policyPages } from 'policyc/pages';

const policies = await policyPages({
  flavour: 'astro',
  out: 'src/content/privacy',
  workspace: '../..',
  // What somebody is writing shows while the site is served, and never in the site that is built.
  draft: process.argv.includes('dev'),
});

export default defineConfig({
  site: 'https://docs.example',
  // Quotation marks stay those of the policy.
  markdown: { smartypants: false },
  vite: { plugins: [policies.vite()] },
});
