import { fork } from 'node:child_process';
import { join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FlavourName } from '../render/flavours.ts';
import { findWorkspace, workspaceFile } from '../revision/workspace.ts';

const program = fileURLToPath(new URL('../bin/policyc.js', import.meta.url));

/** Where the policies are, and where to write their pages. */
export interface PagesOptions {
  /** The program that will read the pages. */
  readonly flavour: FlavourName;
  /** The content folder of the site that holds these pages and nothing else. */
  readonly out: string;
  /** The folder of `policyc.yaml` or one below it; by default the working folder. */
  readonly workspace?: string;
  /** The day to build for, `YYYY-MM-DD`; by default today. */
  readonly asOf?: string;
  /** Whether to include the working tree, for a preview. */
  readonly draft?: boolean;
}

/** Written pages, and ways to update them while somebody edits the policies. */
export interface Pages {
  /** Writes the pages again; only files that differ are touched. Calls during a run share one further run. */
  readonly write: () => Promise<void>;
  /** Folders and files from which the pages are made. */
  readonly watched: readonly string[];
  /** A plugin for VitePress and Astro: writes the pages again when a policy changes while the site is served. */
  readonly vite: () => VitePlugin;
  /** The same for Docusaurus. */
  readonly docusaurus: () => DocusaurusPlugin;
  /** The same for Eleventy. */
  readonly eleventy: (config: EleventyConfig) => void;
}

/**
 * Writes the pages of a workspace as Markdown for a site; to be called by the site's configuration. Throws an `Error`
 * with the messages of policyc if that fails.
 */
export async function policyPages(options: PagesOptions): Promise<Pages> {
  refuseOthers(options);
  const from = resolve(options.workspace ?? '.');
  const write = oneAtATime(() => build(options, from));
  // The first build runs before the workspace is read here, so that unreadable files are reported in policyc's own
  // words.
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

/** Site configurations are seldom type-checked, so a wrong or missing option is reported by name. */
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
 * Runs `work` one at a time: all calls during a run share the next one. A checkout changes hundreds of files, each with
 * its own event.
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
    // Starting a process in a missing folder would report that the program is missing, so the folder is passed as an
    // option.
    ...['build', '--cwd', from, '--flavour', flavour, '--out', resolve(out)],
    ...(asOf === undefined ? [] : ['--as-of', asOf]),
    ...(draft === true ? ['--draft'] : []),
  ];
  // In a process of its own, since policyc changes its environment.
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

/** The part of a Vite plugin that is used here. */
export interface VitePlugin {
  readonly name: string;
  readonly configureServer: (server: ViteServer) => void;
}

/** The part of Vite's development server that is used here. */
export interface ViteServer {
  readonly watcher: {
    add(paths: string[]): unknown;
    on(event: 'all', heard: (event: string, path: string) => void): unknown;
  };
  readonly config: { readonly logger: { error(message: string): void } };
}

/** The part of a Docusaurus plugin that is used here. */
export interface DocusaurusPlugin {
  readonly name: string;
  readonly loadContent: () => Promise<void>;
  readonly getPathsToWatch: () => string[];
}

/** The part of Eleventy's configuration that is used here. */
export interface EleventyConfig {
  addWatchTarget(path: string): unknown;
  on(event: 'eleventy.before', heard: () => Promise<void>): unknown;
}
