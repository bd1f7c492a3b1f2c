import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const project = join(import.meta.dirname, '../..');

/** Where the policy of a monorepo is, from its root. */
export const policy = 'packages/legal/policies/shop';

export interface Outcome {
  readonly exit: number | null;
  /** What it said, on either stream. */
  readonly said: string;
}

/** A repository of a company: code at the top, its policies, released once, in `packages/legal`. */
export interface Monorepo {
  readonly root: string;
  /** A folder around it for what a test needs besides. */
  readonly around: string;
  readonly run: (command: string, args: readonly string[], more?: NodeJS.ProcessEnv) => Outcome;
  /** The same while this process goes on, for what talks to it. */
  readonly start: (command: string, args: readonly string[], more?: NodeJS.ProcessEnv) => Promise<Outcome>;
  /** Runs a command that must work. */
  readonly must: (command: string, ...args: readonly string[]) => string;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  readonly edit: (path: string, from: string, to: string) => void;
  readonly away: () => void;
}

/** How this machine reaches the packages of others: a proxy, a registry, a certificate. */
const wayToNpm = Object.fromEntries(
  Object.entries(process.env).filter(([name]) =>
    /^(https?_proxy|no_proxy|npm_config_registry|node_extra_ca_certs|ssl_cert_file)$/i.test(name),
  ),
);

/** The environment of a machine whose owner lives in a folder: nothing of this one's settings is seen but npm's. */
export function machine(around: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: around,
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    NO_COLOR: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'A. Author',
    GIT_AUTHOR_EMAIL: 'author@small.example',
    GIT_COMMITTER_NAME: 'A. Author',
    GIT_COMMITTER_EMAIL: 'author@small.example',
    GIT_AUTHOR_DATE: '2022-06-02T00:00:00Z',
    GIT_COMMITTER_DATE: '2022-06-02T00:00:00Z',
    SOURCE_DATE_EPOCH: '1654128000',
    PRE_COMMIT_HOME: join(around, 'pre-commit'),
    ...wayToNpm,
    npm_config_cache: process.env.npm_config_cache ?? join(homedir(), '.npm'),
    npm_config_userconfig: process.env.npm_config_userconfig ?? join(homedir(), '.npmrc'),
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
  };
}

/**
 * A monorepo with policyc installed from the tarball, as a company has it.
 */
export function makeMonorepo(tarball: string, more: readonly string[] = [], name = 'company'): Monorepo {
  const around = realpathSync(mkdtempSync(join(tmpdir(), 'policyc-places-')));
  const root = join(around, name);
  const environment = machine(around);
  const run = (command: string, args: readonly string[], also: NodeJS.ProcessEnv = {}): Outcome => {
    const options = { cwd: root, env: { ...environment, ...also }, encoding: 'utf8' } as const;
    const { status, stdout, stderr, error } = spawnSync(command, args, options);
    return { exit: status, said: error ? String(error) : `${stdout}${stderr}` };
  };
  const start = (command: string, args: readonly string[], also: NodeJS.ProcessEnv = {}): Promise<Outcome> =>
    new Promise((done, failed) => {
      const child = spawn(command, args, { cwd: root, env: { ...environment, ...also } });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (chunk: string) => {
          said += chunk;
        });
      child.on('error', failed).on('close', (exit) => done({ exit, said }));
    });
  const must = (command: string, ...args: readonly string[]): string => {
    const { exit, said } = run(command, args);
    if (exit !== 0) throw new Error(`${command} ${args.join(' ')}: ${exit}\n${said}`);
    return said;
  };
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  mkdirSync(root);
  write('package.json', '{ "name": "company", "private": true }\n');
  write('.gitignore', 'node_modules/\n');
  write('src/app.js', 'export const answer = 42;\n');
  write('packages/legal/policyc.yaml', 'format: policyc/workspace@1\npolicies: [policies/shop]\n');
  cpSync(join(project, 'test/samples/shop'), join(root, policy), { recursive: true });
  must('git', 'init', '-q', '-b', 'main');
  must('npm', 'install', '--save-dev', tarball, ...more);
  must('npx', '--no-install', 'policyc', 'release', '--cwd', 'packages/legal', ...dates);
  must('git', 'add', '-A');
  must('git', 'commit', '-qm', 'The company');
  return {
    root,
    around,
    run,
    start,
    must,
    read,
    write,
    edit(path, from, to) {
      if (!read(path).includes(from)) throw new Error(`${path} does not hold ${from}`);
      write(path, read(path).replace(from, to));
    },
    away: () => rmSync(around, { recursive: true, force: true }),
  };
}

const dates = ['--published', '2022-06-01', '--effective', '2022-07-01'];

/** A git repository at a place of its own, with a commit of everything in it. */
export function commitAll(folder: string): void {
  const git = (...args: readonly string[]): void => {
    const who = ['-c', 'user.name=A. Author', '-c', 'user.email=author@small.example'];
    execFileSync('git', [...who, ...args], { cwd: folder, stdio: 'ignore' });
  };
  git('init', '-q', '-b', 'main');
  git('add', '-A', '--force');
  git('commit', '-qm', 'Everything');
}
