import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { policyPages } from 'policyc/pages';

const docs = fileURLToPath(new URL('../pages', import.meta.url));
// A copy: Vite looks for packages from where a page is.
rmSync(docs, { recursive: true, force: true });
cpSync(fileURLToPath(new URL('../../docs', import.meta.url)), docs, { recursive: true });

// The policies of this repository, shown as any site of this kind shows its own.
const policies = await policyPages({ flavour: 'vitepress', out: join(docs, 'policies'), workspace: '..' });

/** What a reader needs first, and in which order. What is in no group comes last, by its name. */
const groups = {
  Begin: ['tutorial', 'how-to', 'authoring', 'workspace', 'changes', 'gate'],
  Use: ['editors', 'hooks', 'ci', 'sites', 'translating', 'library'],
  Reference: ['rules', 'profiles', 'fields', 'facts', 'taxonomy', 'floors', 'formats', 'limits'],
};
const named = Object.values(groups).flat();
const page = (path) => ({ text: titleOf(path), link: `/${path}` });
const pagesIn = (folder) =>
  readdirSync(join(docs, folder))
    .filter((name) => name.endsWith('.md') && name !== 'index.md')
    .map((name) => posix.join(folder, name.slice(0, -3)))
    .sort();

export default {
  title: 'policyc',
  description: 'A compiler for privacy policies.',
  srcDir: docs,
  rewrites: { 'authoring.md': 'index.md' },
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Guide', link: '/' },
      { text: 'Policies', link: '/policies/devtool/' },
    ],
    sidebar: [
      ...Object.entries(groups).map(([text, paths]) => ({
        text,
        items: paths.filter((path) => pagesIn('').includes(path)).map(page),
      })),
      {
        text: 'More',
        items: pagesIn('')
          .filter((path) => !named.includes(path))
          .map(page),
      },
      { text: 'Diagnostics', collapsed: true, items: pagesIn('diagnostics').map(page) },
      { text: 'Decisions', collapsed: true, items: pagesIn('decisions').map(page) },
    ],
  },
  markdown: { config: withoutWaysOut },
  vite: { plugins: [policies.vite()] },
};

function titleOf(path) {
  return /^# (.+)$/m.exec(readFileSync(join(docs, `${path}.md`), 'utf8'))?.[1].replaceAll('`', '') ?? path;
}

/** A link to a file beside the docs leads nowhere on a site: its words stay. */
function withoutWaysOut(md) {
  md.core.ruler.push('ways_out', ({ tokens, env }) => {
    const from = posix.dirname(env.relativePath ?? '.');
    for (const { children } of tokens) if (children) dropWaysOut(children, from);
  });
}

function dropWaysOut(tokens, from) {
  let out = false;
  for (const token of tokens) {
    if (token.type === 'link_open') {
      const href = token.attrGet('href') ?? '';
      out = !/^(\w+:|#|\/)/.test(href) && posix.join(from, href).startsWith('..');
    }
    if (!out || !token.type.startsWith('link_')) continue;
    out = token.type !== 'link_close';
    token.type = 'text';
    token.content = '';
  }
}
