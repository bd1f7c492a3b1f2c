import { fork } from 'node:child_process';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FlavourName } from '../render/flavours.ts';
import { findWorkspace, workspaceFile } from '../revision/workspace.ts';

const program = fileURLToPath(new URL('../bin/policyc.js', import.meta.url));

/** Where the policies are, and where their pages go. */
export interface PagesOptions {
  /** The program that reads them. */
  readonly flavour: FlavourName;
  /** The folder of the site's content that holds nothing but these pages. */
  readonly out: string;
  /** Where `policyc.yaml` is, or a folder below it; the working folder when absent. */
  readonly workspace?: string;
  /** The day to build for, `YYYY-MM-DD`; today when absent. */
  readonly asOf?: string;
  /** Show the working tree too, for a preview. */
  readonly draft?: boolean;
}

/** Pages that were written, and how they stay what the policies say while somebody edits them. */
export interface Pages {
  /** Writes them anew; only what differs is touched. One run serves all who ask while another is under way. */
  readonly write: () => Promise<void>;
  /** Folders and files that the pages follow from. */
  readonly watched: readonly string[];
  /** For VitePress and Astro: writes them anew when a policy changes while the site is served. */
  readonly vite: () => VitePlugin;
  /** For Docusaurus: the same. */
  readonly docusaurus: () => DocusaurusPlugin;
  /** For Eleventy: the same. */
  readonly eleventy: (config: EleventyConfig) => void;
}

/**
 * Writes the pages of a workspace as Markdown for a site, for the configuration of that site to call. Throws an `Error`
 * with what policyc says when it cannot.
 */
export async function policyPages(options: PagesOptions): Promise<Pages> {
  refuseOthers(options);
  const from = resolve(options.workspace ?? '.');
  const write = oneAtATime(() => build(options, from));
  // Before anything is looked for here: what cannot be read is told in the words of the program.
  await write();
  const { root, policies } = findWorkspace(from);
  const watched = [join(root, workspaceFile), ...policies.map(({ folder }) => folder)];
  return {
    write,
    watched,
    vite: () => vitePlugin(watched, write),
    docusaurus: () => ({
      name: 'policyc',
      loadContent: write,
      getPathsToWatch: () => watched.map((path) => (path.endsWith(workspaceFile) ? path : `${path}/**/*`)),
    }),
    eleventy(config) {
      for (const path of watched) config.addWatchTarget(path);
      config.on('eleventy.before', write);
    },
  };
}

/** The configuration of a site is seldom typed: what is missing in it is said by its name. */
function refuseOthers(options: PagesOptions): void {
  const given: Readonly<Record<string, unknown>> = Object(options);
  const wanted = [
    ['flavour', 'string', true],
    ['out', 'string', true],
    ['workspace', 'string', false],
    ['asOf', 'string', false],
    ['draft', 'boolean', false],
  ] as const;
  for (const [name, type, isNeeded] of wanted) {
    const value = given[name];
    const fits = value === undefined ? !isNeeded : typeof value === type && value !== '';
    const what = type === 'boolean' ? 'true or false' : 'a text that is not empty';
    if (!fits) throw new Error(`policyPages needs ${what} for ${name}, and was given ${wordsFor(value)}.`);
  }
}

function wordsFor(value: unknown): string {
  if (value === undefined) return 'none';
  if (value === '') return 'an empty one';
  if (value === null) return 'null';
  if (typeof value === 'object') return Array.isArray(value) ? 'a list' : 'an object';
  return `a ${typeof value}`;
}

/**
 * Work that is under way once at most: whoever asks meanwhile gets that which begins after it, together with all others
 * who asked. A checkout changes hundreds of files, and each is told.
 */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= last = last
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return work();
      });
    return next;
  };
}

function build({ flavour, out, asOf, draft }: PagesOptions, from: string): Promise<void> {
  const args = [
    // A process that is begun in a folder that is not there would say that its program is missing.
    ...['build', '--cwd', from, '--flavour', flavour, '--out', resolve(out)],
    ...(asOf === undefined ? [] : ['--as-of', asOf]),
    ...(draft === true ? ['--draft'] : []),
  ];
  // A process of its own: what policyc sets in its environment is nobody else's business.
  const child = fork(program, args, { silent: true, execArgv: [] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => {
      if (code === 0) done();
      else failed(new Error(`The pages of the policies could not be written.\n${said}`));
    });
  });
}

function vitePlugin(watched: readonly string[], write: () => Promise<void>): VitePlugin {
  return {
    name: 'policyc',
    configureServer({ watcher, config }) {
      watcher.add([...watched]);
      const isOurs = (path: string): boolean =>
        watched.some((one) => path === one || path.startsWith(`${one}${sep}`));
      watcher.on('all', (_event, path) => {
        if (isOurs(path)) write().catch((error: Error) => config.logger.error(error.message));
      });
    },
  };
}

/** As much of a plugin of Vite as this one is. */
export interface VitePlugin {
  readonly name: string;
  readonly configureServer: (server: ViteServer) => void;
}

export interface ViteServer {
  readonly watcher: {
    add(paths: string[]): unknown;
    on(event: 'all', heard: (event: string, path: string) => void): unknown;
  };
  readonly config: { readonly logger: { error(message: string): void } };
}

/** As much of a plugin of Docusaurus as this one is. */
export interface DocusaurusPlugin {
  readonly name: string;
  readonly loadContent: () => Promise<void>;
  readonly getPathsToWatch: () => string[];
}

/** As much of the configuration of Eleventy as is asked for. */
export interface EleventyConfig {
  addWatchTarget(path: string): unknown;
  on(event: 'eleventy.before', heard: () => Promise<void>): unknown;
}
