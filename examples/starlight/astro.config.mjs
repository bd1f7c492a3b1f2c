import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { policyPages } from 'policyc/pages';

const policies = await policyPages({
  flavour: 'starlight',
  out: 'src/content/docs/privacy',
  workspace: '../..',
  // What somebody is writing shows while the site is served, and never in the site that is built.
  draft: process.argv.includes('dev'),
});

export default defineConfig({
  site: 'https://docs.example',
  integrations: [
    starlight({
      title: 'Documentation',
      sidebar: [{ label: 'Privacy', autogenerate: { directory: 'privacy', collapsed: true } }],
    }),
  ],
  // Quotation marks stay those of the policy.
  markdown: { smartypants: false },
  vite: { plugins: [policies.vite()] },
});
