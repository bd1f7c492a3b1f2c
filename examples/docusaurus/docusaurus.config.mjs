import { policyPages } from 'policyc/pages';

export default async function config() {
  const policies = await policyPages({
    flavour: 'docusaurus',
    out: 'docs/privacy',
    workspace: '../..',
    // What somebody is writing shows while the site is served, and never in the site that is built.
    draft: process.argv.includes('start'),
  });
  return {
    title: 'Documentation',
    url: 'https://docs.example',
    baseUrl: '/',
    future: { faster: true, v4: { removeLegacyPostBuildHeadAttribute: true } },
    onBrokenLinks: 'throw',
    onBrokenAnchors: 'throw',
    presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
    plugins: [policies.docusaurus],
    themeConfig: {
      navbar: { title: 'Documentation', items: [{ to: '/privacy/devtool/', label: 'Privacy' }] },
    },
  };
}
