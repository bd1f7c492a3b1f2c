import { failure } from './message.ts';

const elsewhere = 'Choose another folder, with site.out in policyc.yaml or with --out.';

/** Why a site is not built. */
export const siteFailures = {
  'site-not-ours': failure('site-refused', { place: 'site' }, (a) => ({
    reason: `${a.place} is not empty and was not made by policyc build.`,
    fix: 'Choose an empty folder with --out, or empty this one yourself.',
  })),
  'site-blocked': failure('site-refused', { place: 'site', path: 'index.html' }, (a) => ({
    reason: `${a.path} in ${a.place} is in the way: a folder, a link, or another special file.`,
    fix: 'Move it away and build again.',
  })),
  'site-altered': failure('site-refused', { place: 'site', path: 'index.html' }, (a) => ({
    reason: `${a.path} in ${a.place} is not as policyc build wrote it.`,
    fix: 'Move it away to keep it; to replace it and others like it: policyc build --overwrite',
  })),
  'site-path-unsafe': failure('site-refused', { path: 'con/index.html' }, (a) => ({
    reason: `a page cannot be called ${a.path}.`,
    fix: 'Give the policy another id.',
  })),
  'site-over-source': failure('site-refused', { place: '.', path: 'policy.yaml' }, (a) => ({
    reason: `the site cannot be written to ${a.place}: what it is made from is there (${a.path}).`,
    fix: elsewhere,
  })),
  'site-over-repository': failure('site-refused', { place: '.git' }, (a) => ({
    reason: `the site cannot be written to ${a.place}: it is a git repository, or inside of one's own folder.`,
    fix: elsewhere,
  })),
  'site-linked': failure('site-refused', { place: 'site', path: 'site' }, (a) => ({
    reason: `the site cannot be written to ${a.place}: ${a.path} is a symbolic link.`,
    fix: 'Name the folder that the link leads to, with --out.',
  })),
  'site-busy': failure('site-refused', { place: 'site' }, (a) => ({
    reason: `the site cannot be written to ${a.place}: another build writes there at this moment.`,
    fix: 'Let it end, then run the command again.',
  })),
  'site-unnamable': failure('site-refused', { place: 'site/con', name: '"con"' }, (a) => ({
    reason: `the site cannot be written to ${a.place}: no folder of Windows can be called ${a.name}.`,
    fix: elsewhere,
  })),
  'site-outside': failure('site-refused', { place: '../site' }, (a) => ({
    reason: `the site cannot be written to ${a.place}: site.out leads out of the workspace.`,
    fix: 'Name a folder inside, or a folder outside with --out.',
  })),
  'shell-unreadable': failure('site-refused', { file: 'shell.html' }, (a) => ({
    reason: `${a.file} cannot be read as the page to put the policies in.`,
    fix: 'Name an HTML file in UTF-8 with --shell.',
  })),
  'shell-incomplete': failure(
    'site-refused',
    { file: 'shell.html', places: ['<!-- policyc:body -->'] },
    (a) => ({
      reason: `${a.file} has no place for the policies: ${a.places.join(' and ')} ${a.places.length === 1 ? 'is' : 'are'} missing.`,
      fix: 'Write the first into its head, the second where the text goes.',
    }),
  ),
  'port-taken': failure('usage', { port: 4300 }, (a) => ({
    reason: `port ${a.port} is in use.`,
    fix: 'Name another one with --port, or 0 for any that is free.',
  })),
  'too-much-to-watch': failure('usage', { folders: 140 }, (a) => ({
    reason: `the system does not let this program watch the ${a.folders} folders that the pages depend on.`,
    fix: 'On Linux, let more be watched: sysctl fs.inotify.max_user_watches and max_user_instances say how many may be.',
  })),
  'browser-missing': failure<{ named?: string }>('usage', {}, (a) => ({
    reason:
      a.named === undefined
        ? 'a PDF is printed by Chromium, Chrome or Edge, and none of them is here.'
        : `${a.named} is no program: a PDF is printed by Chromium, Chrome or Edge.`,
    fix: 'Install one, or say where it is: --browser PATH, or CHROMIUM=PATH in the environment.',
  })),
  'browser-failed': failure('usage', { browser: '/usr/bin/chromium', said: '' }, (a) => ({
    reason: `${a.browser} printed nothing${a.said === '' ? '' : `: ${a.said}`}.`,
    fix: 'Try it by hand: BROWSER --headless --print-to-pdf=page.pdf page.html; name another one with --browser.',
  })),
  'address-unsafe': failure('site-refused', { part: '..' }, (a) => ({
    reason: `${JSON.stringify(a.part)} cannot be part of an address.`,
    fix: 'Correct the id, locale or date it comes from; in an archive, run policyc archive verify.',
  })),
};
