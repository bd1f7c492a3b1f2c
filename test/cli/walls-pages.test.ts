import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Pages, PagesOptions } from '../../src/integrations/pages.ts';

/** What a site's configuration calls, as it is shipped: it starts the program that lies beside it. */
const built = join(import.meta.dirname, '../../dist/pages.js');
const { policyPages } = (await import(built)) as { policyPages(options: PagesOptions): Promise<Pages> };

const root = mkdtempSync(join(tmpdir(), 'policyc-pages-'));
const policy = join(root, 'shop/policy.yaml');
const out = join(root, 'content');
let pages: Pages;

beforeAll(async () => {
  mkdirSync(join(root, 'shop'));
  cpSync(join(import.meta.dirname, '../samples/shop'), join(root, 'shop'), { recursive: true });
  writeFileSync(join(root, 'policyc.yaml'), 'format: policyc/workspace@1\npolicies: [shop]\n');
  pages = await policyPages({ flavour: 'plain', out, workspace: root, draft: true });
});
afterAll(() => rmSync(root, { recursive: true }));

const titled = (title: string): void =>
  writeFileSync(policy, readFileSync(policy, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
const isShown = (title: string): boolean =>
  existsSync(join(out, 'shop/draft/index.md')) &&
  readFileSync(join(out, 'shop/draft/index.md'), 'utf8').includes(title);

describe('the pages of a site that is served', () => {
  it('are written by one process at a time, however many files change at once, and as the last of them has it', async () => {
    const heard: (() => void)[] = [];
    const failed: string[] = [];
    pages.vite().configureServer({
      watcher: { add: () => undefined, on: (_event, tell) => heard.push(() => tell('change', policy)) },
      config: { logger: { error: (message) => failed.push(message) } },
    });
    const asked = [pages.write()];
    // The first has begun: it may have read the policy before this.
    await Promise.resolve();
    await Promise.resolve();
    titled('Something else');
    for (let count = 0; count < 100; count++) {
      for (const tell of heard) tell();
      asked.push(pages.write());
    }
    expect(new Set(asked).size).toBe(2);
    await Promise.all(asked);
    expect(isShown('Something else')).toBe(true);
    expect(failed).toEqual([]);
  });

  it.each([
    ['missing', 'missing does not exist.'],
    ['shop/policy.yaml', 'policy.yaml is a file'],
    ['..', 'policyc.yaml'],
  ])('say what is wrong in words, of a workspace that is not in %s', async (name, said) => {
    const workspace = join(root, name);
    await expect(policyPages({ flavour: 'plain', out, workspace })).rejects.toThrow(said);
  });

  it.each([
    ['nothing at all', undefined, 'for flavour, and was given none'],
    ['no flavour', { out }, 'for flavour, and was given none'],
    ['no folder', { flavour: 'plain' }, 'for out, and was given none'],
    ['an empty folder', { flavour: 'plain', out: '' }, 'for out, and was given an empty one'],
    ['a list of folders', { flavour: 'plain', out: [out] }, 'for out, and was given a list'],
    [
      'an address as the workspace',
      { flavour: 'plain', out, workspace: new URL('file:///') },
      'for workspace',
    ],
    [
      'a day that is no text',
      { flavour: 'plain', out, asOf: new Date(0) },
      'for asOf, and was given an object',
    ],
    ['a draft that is a word', { flavour: 'plain', out, draft: 'yes' }, 'true or false for draft'],
  ])('say by name what the configuration lacks: %s', async (_, options, said) => {
    await expect(policyPages(options as never)).rejects.toThrow(said);
  });

  it('are written again after a policy that was broken is mended', async () => {
    const whole = readFileSync(policy, 'utf8');
    writeFileSync(policy, 'broken');
    const [first, second] = [pages.write(), pages.write()];
    await expect(first).rejects.toThrow('The pages of the policies could not be written.');
    await expect(second).rejects.toThrow();
    writeFileSync(policy, whole.replace(/^title: .*$/m, 'title: Mended'));
    await pages.write();
    expect(isShown('Mended')).toBe(true);
  });
});
