import { policyPages } from 'policyc/pages';

export default async function configure(config) {
  const policies = await policyPages({
    flavour: 'eleventy',
    out: 'content/privacy',
    workspace: '../..',
    // What somebody is writing shows while the site is served, and never in the site that is built.
    draft: process.argv.includes('--serve'),
  });
  policies.eleventy(config);
  // The folder of the policies is not in git, and is read all the same.
  config.setUseGitIgnore(false);
  config.addGlobalData('layout', 'page.liquid');
  return { dir: { input: 'content', includes: '../_includes' } };
}
