import { policyPages } from 'policyc/pages';

const policies = await policyPages({
  flavour: 'vitepress',
  out: 'privacy',
  workspace: '../..',
  // What somebody is writing shows while the site is served, and never in the site that is built.
  draft: process.argv.includes('dev'),
});

export default {
  title: 'Documentation',
  themeConfig: { nav: [{ text: 'Privacy', link: '/privacy/devtool/' }] },
  vite: { plugins: [policies.vite()] },
};
